/** Where each own item is, with the cause when it is stuck. */
import { readReceipt } from '../operations/signed-texts';
import { writeInstant } from '../operations/instants';
import type { Database } from '../store/database';
import { knownOperations, memberOf } from '../store/reading';
import type { BatchRow, OwnRow, UploadRow } from '../store/rows';
import { open } from '../store/sealing';
import type { OutboxItem, OutboxView, ReceiptView } from '../types/outbox';
import type { Person } from '../types/session';
import { labelOf, loadKept } from './kept';
import type { PersonSnapshot } from './person';
import { batchKey, stageOf, stageOfUpload, together } from './stages';
import { detailsOf } from './timeline';

const TABLES = ['own', 'batches', 'uploads', 'people'] as const;

export const NOTHING_OUT: OutboxView = {
  items: [],
  counts: { onDevice: 0, sending: 0, onServer: 0, confirmed: 0, attention: 0 },
  others: [],
  bytesWaiting: 0,
  allConfirmedAt: null,
};

export async function outboxView(database: Database, snapshot: PersonSnapshot): Promise<OutboxView> {
  const { part, lost, sending } = snapshot;
  const rows = await database.read(TABLES, async (tables) => ({
    own: await tables.own.by('part', part),
    batches: await tables.batches.by('part', part),
    uploads: await tables.uploads.by('part', part),
    people: await tables.people.all(),
    waiting: [...(await tables.own.by('state', 'frozen')), ...(await tables.own.by('state', 'sealed'))],
  }));
  const own = rows.own.filter(({ scope }) => !lost.has(scope)).sort((one, other) => other.seq - one.seq);
  const read = new Map((await knownOperations(own, [])).map((one) => [one.id, one]));
  const batches = new Map(rows.batches.map((row) => [batchKey(row), row]));
  const uploads = new Map(rows.uploads.map((row) => [row.entity, row]));
  const labels = await labelsOf(database, snapshot, own);
  const items = own.map((row): OutboxItem => {
    const batch = row.n === null ? undefined : batches.get(batchKey(row));
    const upload = row.evidence === null ? undefined : uploads.get(row.evidence);
    const operation = read.get(row.id);
    const problem = upload?.problem ?? (row.state === 'sealed' ? (batch?.problem ?? null) : null);
    const next = upload?.problem ? upload.nextTry : (batch?.nextTry ?? 0);
    return {
      id: row.id,
      dossier: row.dossier,
      dossierLabel: labels.get(row.dossier) ?? '',
      entity: row.entity,
      kind: operation?.kind ?? '',
      details: operation ? detailsOf(operation) : {},
      recorded: writeInstant(row.recorded),
      own: true,
      stage: upload ? together(stageOf(row, sending), stageOfUpload(upload)) : stageOf(row, sending),
      reason: row.reason,
      released: row.released,
      reissuedBy: row.reissuedBy,
      withdrawn: row.takenBackBy !== null,
      text: { bytes: row.bytes },
      photo: upload ? photoOf(upload) : null,
      problem,
      nextTry: problem === null ? null : writeInstant(next),
      receipt: batch ? receiptOf(batch) : null,
      confirmedAt:
        row.state === 'confirmed' && batch?.confirmedAt != null ? writeInstant(batch.confirmedAt) : null,
    };
  });
  return {
    items,
    counts: countsOf(items),
    others: await othersOf(rows.waiting, part, rows.people),
    bytesWaiting: items.reduce((sum, item) => sum + bytesLeft(item), 0),
    allConfirmedAt: allConfirmed(items),
  };
}

/** Waits for nobody: confirmed, or set aside and written again or taken back. */
export function isDone(item: OutboxItem): boolean {
  return item.stage === 'confirmed' || isSettled(item);
}

function isSettled({ stage, reissuedBy, withdrawn }: OutboxItem): boolean {
  return stage === 'set-aside' && (reissuedBy !== null || withdrawn);
}

function countsOf(items: readonly OutboxItem[]): OutboxView['counts'] {
  const count = (...stages: string[]) =>
    items.filter((item) => !isSettled(item) && stages.includes(item.stage)).length;
  return {
    onDevice: count('on-device', 'failed'),
    sending: count('sending'),
    onServer: count('on-server'),
    confirmed: count('confirmed'),
    attention: count('failed', 'set-aside'),
  };
}

function photoOf({ entity, bytes, sent, state, problem, receipt }: UploadRow): OutboxItem['photo'] {
  const safe = state === 'safe' || state === 'confirmed';
  const failed = problem !== null && problem.code !== 'network';
  return {
    entity,
    bytes,
    sent: safe ? bytes : sent,
    state: safe ? 'safe' : failed ? 'failed' : sent > 0 ? 'sending' : 'waits',
    receipt: receipt?.text ?? null,
  };
}

function receiptOf({ hash, n, scope, receipt }: BatchRow): ReceiptView | null {
  if (receipt === null) return null;
  const { received, kid } = readReceipt(receipt.text);
  return { batch: hash, n, scope, received, kid, signature: receipt.signature, text: receipt.text };
}

function bytesLeft({ stage, text, photo }: OutboxItem): number {
  const waits = stage === 'on-device' || stage === 'sending' || stage === 'failed';
  return waits ? text.bytes + (photo && photo.state !== 'safe' ? photo.bytes - photo.sent : 0) : 0;
}

function allConfirmed(items: readonly OutboxItem[]): string | null {
  if (items.length === 0 || !items.every(isDone)) return null;
  return items.reduce<string | null>(
    (last, { confirmedAt }) => (confirmedAt !== null && (last ?? '') < confirmedAt ? confirmedAt : last),
    null,
  );
}

async function labelsOf(
  database: Database,
  snapshot: PersonSnapshot,
  own: readonly OwnRow[],
): Promise<Map<string, string>> {
  const ids = [...new Set(own.map(({ dossier }) => dossier))];
  const found = await Promise.all(ids.map((id) => loadKept(database, snapshot, id)));
  return new Map(found.flatMap((one) => (one === null ? [] : [[one.id, labelOf(one)] as const])));
}

/** How many of others' items wait on this device; never what they are. */
async function othersOf(
  waiting: readonly OwnRow[],
  part: string,
  people: readonly { key: string; body: Parameters<typeof open>[0] }[],
): Promise<OutboxView['others']> {
  const counts = new Map<string, number>();
  for (const row of waiting) if (row.part !== part) counts.set(row.part, (counts.get(row.part) ?? 0) + 1);
  return Promise.all(
    [...counts].map(async ([key, count]) => {
      const row = people.find((one) => one.key === key);
      const name = row ? (await open<Person>(row.body)).member.name : memberOf(key);
      return { name, waiting: count };
    }),
  );
}
