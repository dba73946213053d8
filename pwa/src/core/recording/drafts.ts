/** What is being typed: kept at every keystroke, frozen on leaving the field, at sync, or after five seconds' rest. */
import { equalContent } from '../operations/equality';
import type { Values } from '../operations/kinds/kind';
import type { Seen } from '../operations/state';
import type { DraftRow } from '../store/rows';
import { open, seal } from '../store/sealing';
import type { OperationId } from '../types/ids';
import type { Draft } from '../types/recording';
import { currentAuthor } from './author';
import type { Device } from './device';
import { RecordError } from './error';
import { recordAll, type ToRecord } from './keep';
import { libraryFor } from './library';
import { place as placeOf } from './operations';
import { writeHere } from './room';
import { onlyValue, standing } from './standing';

export const REST_MS = 5_000;

/** Resolves at `complete`. Throws RecordError. */
export async function keepDraft(device: Device, draft: Draft): Promise<void> {
  const { part, now } = await currentAuthor(device);
  const row: DraftRow = { part, key: draft.key, dossier: draft.dossier, at: now, body: await seal(draft) };
  await writeHere(device, ['drafts'], ({ drafts }) => drafts.put(row));
}

/** The draft becomes an operation; null when there is none, or when it says what stands already. Throws RecordError. */
export async function freezeDraft(device: Device, key: string): Promise<OperationId | null> {
  const { part } = await currentAuthor(device);
  const row = await device.database.read(['drafts'], ({ drafts }) => drafts.get([part, key]));
  return row === undefined ? null : freezeRow(device, row);
}

/** All drafts of this person; a draft that cannot be recorded as it is stays a draft. `rest`: only those untouched so long. */
export async function freezeDrafts(device: Device, rest = 0): Promise<void> {
  const { part, now } = await currentAuthor(device);
  const rows = await device.database.read(['drafts'], ({ drafts }) => drafts.by('part', part));
  for (const row of rows.filter(({ at }) => hasRested(at, now, rest))) {
    try {
      await freezeRow(device, row);
    } catch (error) {
      if (!(error instanceof RecordError) || error.code === 'full') throw error;
    }
  }
}

export async function dropDraft(device: Device, key: string): Promise<void> {
  const { part } = await currentAuthor(device);
  await device.database.write(['drafts'], ({ drafts }) => drafts.delete([part, key]));
}

async function freezeRow(device: Device, row: DraftRow): Promise<OperationId | null> {
  const { kind, dossier, entity, base, fields, place, scope, form } = await open<Draft>(row.body);
  if (form) return null;
  const item: ToRecord = { kind, dossier, entity, base, fields, place, scope };
  const author = await currentAuthor(device);
  const placed = placeOf(item, author, await libraryFor(device, author.agency, [item]));
  const found = await standing(device, author, placed, []);
  const stands = found === null ? null : onlyValue(found);
  const same = stands !== null && equalContent(bare(stands, stands.fields), bare(stands, placed.values));
  if (same) {
    await device.database.write(['drafts'], ({ drafts }) => drafts.delete([row.part, row.key]));
    return null;
  }
  const [id = null] = await recordAll(device, [item], { drafts: [row.key] });
  return id;
}

/** A field that says null says what its absence says. */
function bare(seen: Seen, fields: Values): Seen {
  return {
    ...seen,
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)),
  };
}

/** A clock that was put back tells nothing of how long ago it was: then it rests. */
function hasRested(at: number, now: number, rest: number): boolean {
  return now - at >= rest || at > now;
}
