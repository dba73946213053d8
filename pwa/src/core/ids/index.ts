/** Ids and scopes that screens ask for before something is recorded. */
import { answerId, dossierId, findingId, followUpId, instanceId } from '../operations/derived-ids';
import type { FieldsOf, Kind } from '../operations/kinds/index';
import { uuid7 } from '../operations/uuids';
import { currentAuthor } from '../recording/author';
import { libraryFor } from '../recording/library';
import { place } from '../recording/operations';
import { device } from '../runtime';
import type { ScopeChoice, ScopeName, Uuid } from '../types';

export const derivedId = {
  dossier: dossierId,
  instance: instanceId,
  answer: answerId,
  finding: findingId,
  followUp: followUpId,
};

/** A fresh UUIDv7. */
export const newId = (): Uuid => uuid7(device.clock().device, device.random(10));

/** Where it would be written, for "who sees this?". Throws RecordError. */
export async function scopeOf<K extends Kind>(
  kind: K,
  request: { dossier: Uuid; fields: FieldsOf<K>; scope?: ScopeChoice },
): Promise<ScopeName> {
  const author = await currentAuthor(device);
  const intention = { kind, ...request };
  return place(intention, author, await libraryFor(device, author.agency, [intention])).scope;
}
