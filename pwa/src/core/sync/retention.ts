/**
 * Own batches and photos go from the device only when they are confirmed and the action has been closed for its term, by a
 * time that has surely passed (docs/format.md § 7). The last batch of each chain stays: the chain goes on from it.
 */
import { surelyPast } from '../clock/clock';
import { parseInstant } from '../operations/instants';
import { readBatch } from '../operations/signed-texts';
import type { BatchRow, UploadRow } from '../store/rows';
import { openAll } from '../store/sealing';
import type { ActionDocument, VisitDocument } from '../types/documents';
import type { Uuid } from '../types/ids';
import { grouped } from '../grouped';
import { readMeta } from './meta';
import type { Ports } from './ports';

const DAY_MS = 24 * 60 * 60_000;
/** For an action that this device does not know (any more): from confirmation. */
const UNKNOWN_DAYS = 60;

/** Action of a dossier → the moment from which its work may go, in ms; not there: the action is not closed. */
export interface Terms {
  known: ReadonlyMap<Uuid, number | null>;
}

export async function dropConfirmed(ports: Ports): Promise<void> {
  const { store, now } = ports;
  const past = surelyPast((await readMeta(store, 'clock')) ?? null, now());
  if (past === null) return;
  const terms = await termsOf(ports);
  const { batches, uploads } = await store.read(['batches', 'uploads'], async (tables) => ({
    batches: await tables.batches.by('state', 'confirmed'),
    uploads: await tables.uploads.by('state', 'confirmed'),
  }));
  const over = (row: BatchRow | UploadRow) => isOver(row, terms, past);
  const lasts = new Set(
    [...grouped(batches, ({ signer, scope }) => `${signer}|${scope}`).values()].map(lastHash),
  );
  const gone = batches.filter((batch) => over(batch) && !lasts.has(batch.hash));
  const photos = uploads.filter(over);
  if (gone.length + photos.length === 0) return;
  await store.write(['batches', 'own', 'uploads', 'photos'], async (tables) => {
    for (const { signer, scope, n, text } of gone) {
      for (const id of readBatch(text).operations) await tables.own.delete(id);
      await tables.batches.delete([signer, scope, n]);
    }
    for (const { entity } of photos) {
      await tables.photos.delete(entity);
      await tables.uploads.delete(entity);
    }
  });
}

function isOver({ dossier, confirmedAt }: BatchRow | UploadRow, { known }: Terms, past: number): boolean {
  const term = known.get(dossier);
  if (term !== undefined) return term !== null && past > term;
  return confirmedAt !== null && past > confirmedAt + UNKNOWN_DAYS * DAY_MS;
}

/** By dossier, over all people of this device. */
async function termsOf({ store }: Ports): Promise<Terms> {
  const rows = await store.read(['documents', 'people'], async ({ documents, people }) => {
    const parts = (await people.all()).map(({ key }) => key);
    const found = { actions: [], visits: [] } as Record<
      'actions' | 'visits',
      Awaited<ReturnType<typeof documents.by>>
    >;
    for (const part of parts) {
      found.actions.push(...(await documents.by('part+type', [part, 'action'])));
      found.visits.push(...(await documents.by('part+type', [part, 'visit'])));
    }
    return found;
  });
  const actions = await openAll<ActionDocument>(rows.actions.map(({ body }) => body));
  const visits = await openAll<VisitDocument>(rows.visits.map(({ body }) => body));
  const ends = new Map(
    actions.map(({ id, closedAt, retentionDays }) => [
      id,
      closedAt === null ? null : parseInstant(closedAt) + retentionDays * DAY_MS,
    ]),
  );
  return {
    known: new Map(
      visits.flatMap(({ id, action }) => (ends.has(action) ? [[id, ends.get(action) ?? null]] : [])),
    ),
  };
}

function lastHash(batches: readonly BatchRow[]): string {
  return batches.reduce((last, one) => (one.n > last.n ? one : last)).hash;
}
