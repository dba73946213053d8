/** Recording for screens: the core of this tab, one recording after another. */
import type { FieldsOf, Kind } from '../operations/kinds/index';
import { device, inTurn } from '../runtime';
import type { ConflictView, Draft, KeptPhoto, OperationId, PhotoToKeep, RecordRequest, Uuid } from '../types';
import { dropDraft, freezeDraft, freezeDrafts, keepDraft, REST_MS } from './drafts';
import * as keep from './keep';
import * as back from './taking-back';

type Photos = readonly (PhotoToKeep | KeptPhoto)[];
/** Kind, request and photos that belong together. */
export type Entry = { [K in Kind]: readonly [K, RecordRequest<K>, Photos?] }[Kind];

/** One operation and its photos in one transaction; resolves at its `complete`. Throws RecordError. */
export async function record<K extends Kind>(
  kind: K,
  request: RecordRequest<K>,
  photos: Photos = [],
): Promise<OperationId> {
  const [id = ''] = await inTurn(() => keep.recordAll(device, [{ kind, ...request, photos }]));
  return id;
}

/** Several at once, all or none; the id of each in the same order. `drafts`: keys that these make an end of. Throws RecordError. */
export function recordAll(
  entries: readonly Entry[],
  done: { drafts?: readonly string[] } = {},
): Promise<OperationId[]> {
  const items = entries.map(([kind, request, photos]) => ({ kind, ...request, photos }));
  done.drafts?.forEach(stopResting);
  return inTurn(() => keep.recordAll(device, items, done));
}

/** At the shutter: the bytes are on this device before any form; name them later as `{ kept }`. Throws RecordError. */
export function keepPhoto(dossier: Uuid, photo: PhotoToKeep): Promise<Uuid> {
  return keep.keepPhoto(device, dossier, photo);
}

/** A kept photo that nothing names yet is dropped, at the wish of whoever took it. */
export function discardPhoto(entity: Uuid): Promise<void> {
  return inTurn(() => keep.dropKept(device, entity));
}

const resting = new Map<string, () => void>();

/** At every keystroke; becomes an operation by itself after five seconds' rest. Throws RecordError. */
export async function saveDraft(draft: Draft): Promise<void> {
  stopResting(draft.key);
  await inTurn(() => keepDraft(device, draft));
  if (draft.form) return;
  resting.set(
    draft.key,
    // What cannot be frozen as it is stays a draft: the person sees why on leaving the field.
    device.later(REST_MS, () => void freeze(draft.key).catch(() => undefined)),
  );
}

/** On leaving the field; null when there is no draft or it says what stands already. Throws RecordError. */
export function freeze(key: string): Promise<OperationId | null> {
  stopResting(key);
  return inTurn(() => freezeDraft(device, key));
}

export function discardDraft(key: string): Promise<void> {
  stopResting(key);
  return inTurn(() => dropDraft(device, key));
}

/** All drafts untouched for so many ms (a rest, unless told): before sending, and of a tab that was closed or killed in the middle of a word. */
export function freezeRested(rest: number = REST_MS): Promise<void> {
  return inTurn(() => freezeDrafts(device, rest));
}

export const undo = (id: OperationId): Promise<OperationId> => inTurn(() => back.undo(device, id));

export const withdraw = (id: OperationId, reason: string, lost = false): Promise<OperationId> =>
  inTurn(() => back.withdraw(device, id, reason, lost));

export const resolve = (conflict: ConflictView, choice: back.Choice): Promise<OperationId> =>
  inTurn(() => back.resolve(device, conflict, choice));

export const reissue = <K extends Kind>(
  id: OperationId,
  changes: Partial<FieldsOf<K>> = {},
): Promise<OperationId> => inTurn(() => back.reissue(device, id, { ...changes }));

function stopResting(key: string): void {
  resting.get(key)?.();
  resting.delete(key);
}
