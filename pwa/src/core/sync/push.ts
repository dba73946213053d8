/** Push: sealed batches go up, receipts come back; only a receipt that verifies moves anything on (docs/format.md § 3). */
import { readReceipt, type ReceiptText, type Signed } from '../operations/signed-texts';
import { readBatch } from '../operations/signed-texts';
import { writeInstant } from '../operations/instants';
import type { OperationTexts } from '../operations/operation';
import type { BatchRow, OwnRow } from '../store/rows';
import { openAll } from '../store/sealing';
import { ask } from '../transport/send';
import { isWaiting, waitMs } from './backoff';
import { noteMeta } from './meta';
import type { Ports } from './ports';
import type { ByServer } from './server-keys';

/** What the server says of one batch. */
type Result = Signed | { problem: string | { code?: string; detail?: string }; have?: number };

const MOST_BATCHES = 50;
const MOST_BYTES = 512 * 1024;

/**
 * Offer all that is sealed, in order of the chains. A batch that is refused waits and stops its own chain alone. Rejects with
 * what `send` rejects with: then nothing is known of the envelope under way, and it is offered again.
 */
export async function pushAll(ports: Ports, verify: ByServer): Promise<void> {
  if ((await dueBatches(ports)).length === 0) return;
  await noteMeta(ports.store, 'pushing', true);
  try {
    await offerAll(ports, verify);
  } finally {
    await noteMeta(ports.store, 'pushing', false);
  }
}

async function offerAll(ports: Ports, verify: ByServer): Promise<void> {
  const offered = new Set<string>();
  const again = new Set<string>();
  for (;;) {
    const due = (await dueBatches(ports)).filter(({ hash }) => !offered.has(hash));
    if (due.length === 0) return;
    const envelope = await fill(ports, due);
    for (const { hash } of envelope.batches) offered.add(hash);
    const { results } = await ask<{ results: Result[] }>(ports.send, {
      method: 'POST',
      path: '/sync/push',
      body: envelope.body,
    });
    for (const [i, batch] of envelope.batches.entries()) {
      const missing = await settle(ports, verify, batch, results[i]);
      // Once more, and only once: a server that keeps asking for the same is not argued with in this round.
      for (const hash of missing) if (!again.has(hash)) offered.delete(hash);
      for (const hash of missing) again.add(hash);
    }
  }
}

async function dueBatches({ store, now }: Ports): Promise<BatchRow[]> {
  const sealed = await store.read(['batches'], ({ batches }) => batches.by('state', 'sealed'));
  const time = now().device;
  const waiting = new Set(
    sealed.filter(({ nextTry }) => isWaiting(nextTry, time)).map(({ signer, scope }) => `${signer}|${scope}`),
  );
  return sealed
    .filter(({ signer, scope }) => !waiting.has(`${signer}|${scope}`))
    .sort((one, other) => {
      const [chain, otherChain] = [`${one.signer}|${one.scope}`, `${other.signer}|${other.scope}`];
      return chain === otherChain ? one.n - other.n : chain < otherChain ? -1 : 1;
    });
}

async function fill(
  { store }: Ports,
  due: readonly BatchRow[],
): Promise<{ batches: BatchRow[]; body: object }> {
  const batches: BatchRow[] = [];
  const operations: OperationTexts[][] = [];
  let bytes = 0;
  for (const batch of due) {
    const ids = readBatch(batch.text).operations;
    const rows = await store.read(['own'], ({ own }) => own.getAll(ids));
    const texts = await openAll<OperationTexts>(rows.flatMap((row) => (row ? [row.body] : [])));
    bytes += rows.reduce((sum, row) => sum + (row?.bytes ?? 0), batch.text.length);
    if (batches.length > 0 && (batches.length >= MOST_BATCHES || bytes > MOST_BYTES)) break;
    batches.push(batch);
    operations.push(texts);
  }
  const ids = [...new Set(batches.map(({ signer }) => signer))];
  const reoffered = batches.flatMap(({ receipt }) => receipt ?? []);
  const rows = await store.read(['signers', 'releases'], async ({ signers, releases }) => ({
    signers: await signers.getAll(ids),
    releases:
      reoffered.length === 0
        ? []
        : await releases.getAll(batches.flatMap(({ text }) => readBatch(text).operations)),
  }));
  const signed = (row: Signed | undefined): Signed[] =>
    row ? [{ text: row.text, signature: row.signature }] : [];
  const body = {
    signers: rows.signers.flatMap(signed),
    batches: batches.map(({ text, signature, gone }, i) => ({
      text,
      signature,
      operations: operations[i],
      ...(gone ? { gone } : {}),
    })),
    receipts: reoffered,
    releases: rows.releases.flatMap(signed),
  };
  return { batches, body };
}

/** Act on one result; gives the hashes of batches that are to be offered again at once. */
async function settle(
  ports: Ports,
  verify: ByServer,
  batch: BatchRow,
  result: Result | undefined,
): Promise<string[]> {
  if (result === undefined) return [];
  if ('problem' in result) return refuse(ports, batch, result);
  const receipt = readFor(batch, result);
  const valid = receipt !== null && (await verify(result, receipt.kid));
  if (!valid) await fail(ports, batch, 'receipt-invalid', null);
  else await receive(ports, batch, result, receipt);
  return [];
}

/** The receipt, if it speaks of this batch and of each of its operations in their order. */
function readFor(batch: BatchRow, signed: Signed): ReceiptText | null {
  try {
    const receipt = readReceipt(signed.text);
    const { operations } = readBatch(batch.text);
    const same =
      receipt.signer === batch.signer &&
      receipt.scope === batch.scope &&
      receipt.n === batch.n &&
      receipt.batch === batch.hash &&
      receipt.fates.length === operations.length &&
      receipt.fates.every(([id], i) => id === operations[i]);
    return same ? receipt : null;
  } catch {
    return null;
  }
}

async function receive(
  { store }: Ports,
  batch: BatchRow,
  signed: Signed,
  receipt: ReceiptText,
): Promise<void> {
  const { text, signature } = signed;
  await store.write(['batches', 'own', 'signers'], async ({ batches, own, signers }) => {
    await batches.put({
      ...batch,
      state: 'received',
      receipt: { text, signature },
      received: receipt.received,
      problem: null,
      tries: 0,
      nextTry: 0,
    });
    const rows = await own.getAll(receipt.fates.map(([id]) => id));
    const told = rows.flatMap((row, i): OwnRow[] => {
      const [, fate, reason] = receipt.fates[i] ?? [];
      return row && fate ? [{ ...row, state: 'received', fate, reason: reason ?? null }] : [];
    });
    await own.putAll(told);
    const forked = receipt.fates.some(([, , reason]) => reason === 'fork');
    const signer = forked ? await signers.get(batch.signer) : undefined;
    if (signer) await signers.put({ ...signer, state: 'forked' });
  });
}

async function refuse(
  ports: Ports,
  batch: BatchRow,
  { problem, have }: Exclude<Result, Signed>,
): Promise<string[]> {
  const code = typeof problem === 'string' ? problem : (problem.code ?? 'refused');
  const detail = typeof problem === 'string' ? null : (problem.detail ?? null);
  if (code === 'predecessor-missing' && have !== undefined) return offerFrom(ports, batch, have);
  await fail(ports, batch, code, detail);
  return [];
}

/**
 * The server has this chain up to `have` only: offer again what comes after it, and say `gone` of what this device lost.
 */
async function offerFrom({ store }: Ports, batch: BatchRow, have: number): Promise<string[]> {
  return store.write(['batches', 'own'], async ({ batches, own }) => {
    const chain = await batches.by('signer+scope', [batch.signer, batch.scope]);
    const later = chain
      .filter(({ n, state }) => n > have && n <= batch.n && state !== 'refused')
      .sort((one, other) => one.n - other.n);
    const numbers = new Set(later.map(({ n }) => n));
    const again = later.map((one): BatchRow => {
      const gone = one.gone || (one.n > have + 1 && !numbers.has(one.n - 1));
      return { ...one, state: 'sealed', gone, nextTry: 0 };
    });
    await batches.putAll(again);
    for (const { text } of again) {
      const rows = await own.getAll(readBatch(text).operations);
      await own.putAll(rows.flatMap((row) => (row ? [{ ...row, state: 'sealed' as const }] : [])));
    }
    return again.map(({ hash }) => hash);
  });
}

/** Codes that no later try can change: the text on this device is not what was signed. */
const FOR_EVER = new Set(['signature-invalid', 'operation-mismatch', 'batch-unreadable']);

async function fail(
  { store, now, random }: Ports,
  batch: BatchRow,
  code: string,
  detail: string | null,
): Promise<void> {
  const { device } = now();
  const tries = batch.tries + 1;
  await store.write(['batches'], ({ batches }) =>
    batches.put({
      ...batch,
      state: FOR_EVER.has(code) ? 'refused' : 'sealed',
      problem: { code, detail, at: writeInstant(device) },
      tries,
      nextTry: device + waitMs(tries, random()),
    }),
  );
}
