/** Sealing: what is frozen goes into batches, signed and chained per signer and scope; also without network. */
import { hashText } from '../operations/digests';
import { writeBatch } from '../operations/signed-texts';
import { signText } from '../signer/keys';
import type { Database } from '../store/database';
import type { BatchRow, OwnRow, SignerRow } from '../store/rows';
import { grouped } from '../grouped';

/** Small enough that a bad line gets one through, large enough that a chain stays short. */
const MOST_OPERATIONS = 250;
const MOST_BYTES = 256 * 1024;

/** Seal all that is frozen. Safe to break off anywhere: a batch and its operations change in one transaction. */
export async function sealAll(store: Database): Promise<void> {
  const frozen = await store.read(['own'], ({ own }) => own.by('state', 'frozen'));
  const chains = grouped(frozen, ({ signer, scope }) => `${signer}|${scope}`);
  for (const rows of chains.values())
    await sealChain(
      store,
      rows.sort((one, other) => one.seq - other.seq),
    );
}

async function sealChain(store: Database, rows: readonly OwnRow[]): Promise<void> {
  let rest = rows;
  while (rest.length > 0) {
    const taken = takeSome(rest);
    await sealOne(store, taken);
    rest = rest.slice(taken.length);
  }
}

function takeSome(rows: readonly OwnRow[]): OwnRow[] {
  let bytes = 0;
  const end = rows.findIndex((row, i) => {
    bytes += row.bytes;
    return i > 0 && (i >= MOST_OPERATIONS || bytes > MOST_BYTES);
  });
  return rows.slice(0, end === -1 ? rows.length : end);
}

async function sealOne(store: Database, rows: readonly OwnRow[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const { signer: id, scope, dossier, part } = first;
  const { signer, last } = await store.read(['signers', 'batches'], async ({ signers, batches }) => ({
    signer: await signers.get(id),
    last: lastOf(await batches.by('signer+scope', [id, scope])),
  }));
  if (signer === undefined) throw new Error(`the key of signer ${id} is not on this device`);
  const batch = await signedBatch(signer, last, rows);
  await store.write(['batches', 'own'], async ({ batches, own }) => {
    const now = lastOf(await batches.by('signer+scope', [id, scope]));
    const still = await own.getAll(rows.map((row) => row.id));
    // Somebody else sealed meanwhile: leave it as it is, the next round sees it.
    if (now?.hash !== last?.hash || still.some((row) => row?.state !== 'frozen')) return;
    await batches.put({ ...batch, part, dossier });
    await own.putAll(rows.map((row) => ({ ...row, state: 'sealed' as const, n: batch.n })));
  });
}

async function signedBatch(
  signer: SignerRow,
  last: BatchRow | undefined,
  rows: readonly OwnRow[],
): Promise<Omit<BatchRow, 'part' | 'dossier'>> {
  const scope = rows[0]?.scope ?? '';
  const n = (last?.n ?? 0) + 1;
  const prev = last?.hash ?? hashText(signer.text);
  const text = writeBatch({ signer: signer.id, scope, n, prev, operations: rows.map(({ id }) => id) });
  return {
    signer: signer.id,
    scope,
    n,
    hash: hashText(text),
    text,
    signature: await signText(signer.privateKey, text),
    state: 'sealed',
    gone: false,
    receipt: null,
    received: null,
    confirmedAt: null,
    problem: null,
    tries: 0,
    nextTry: 0,
  };
}

/** The end of a chain; the last batch is kept for ever, so that the chain can go on. */
function lastOf(batches: readonly BatchRow[]): BatchRow | undefined {
  return batches.reduce<BatchRow | undefined>(
    (last, one) => (last === undefined || one.n > last.n ? one : last),
    undefined,
  );
}
