/**
 * Confirmation: what the server lists later is confirmed; what it does not list is offered again, whatever the epoch, which
 * alone heals a restored server (docs/format.md § 7).
 */
import { surelyPast } from '../clock/clock';
import { readBatch, readRelease, type Fate, type Signed } from '../operations/signed-texts';
import type { BatchRow, OwnRow, ReleaseRow, UploadRow } from '../store/rows';
import type { Digest, OperationId, ScopeName, Uuid } from '../types/ids';
import { ask } from '../transport/send';
import { readMeta } from './meta';
import type { Ports } from './ports';
import type { ByServer } from './server-keys';

export interface ListedBatch {
  signer: Uuid;
  scope: ScopeName;
  n: number;
  hash: Digest;
  fates: [OperationId, Fate, string | null][];
}

export interface Listing {
  batches: ListedBatch[];
  releases: Signed[];
  photos: { id: Uuid; sha256: Digest; signer: Uuid }[];
}

/** True when something has to be offered again. */
export async function confirmAll(ports: Ports, verify: ByServer): Promise<boolean> {
  const { store, send } = ports;
  // Only what had its receipt before the question may be missed in the answer.
  const before = await store.read(['batches', 'uploads', 'own'], async ({ batches, uploads, own }) => {
    const sent = [...(await uploads.by('state', 'safe')), ...(await uploads.by('state', 'confirmed'))];
    const records = await own.getAll(sent.map(({ operation }) => operation ?? ''));
    return {
      batches: [...(await batches.by('state', 'received')), ...(await batches.by('state', 'confirmed'))],
      uploads: sent.map((row, i) => ({ ...row, signer: records[i]?.signer })),
    };
  });
  const listing = await ask<Listing>(send, { method: 'GET', path: '/sync/batches' });
  await takeReleases(ports, listing.releases, verify);
  const missedBatches = await confirmBatches(ports, before.batches, listing.batches);
  const missedPhotos = await confirmPhotos(ports, before.uploads, listing.photos);
  return missedBatches || missedPhotos;
}

async function confirmBatches(
  ports: Ports,
  held: readonly BatchRow[],
  listed: readonly ListedBatch[],
): Promise<boolean> {
  const { store } = ports;
  const byHash = new Map(listed.map((one) => [one.hash, one]));
  const confirmedAt = await serverTime(ports);
  let missed = false;
  for (const batch of held) {
    const found = byHash.get(batch.hash);
    missed ||= found === undefined;
    await store.write(['batches', 'own'], async ({ batches, own }) => {
      const row = await batches.get([batch.signer, batch.scope, batch.n]);
      if (row?.hash !== batch.hash) return;
      if (found === undefined) {
        await batches.put({ ...row, state: 'sealed', confirmedAt: null, nextTry: 0 });
        const rows = await own.getAll(readBatch(batch.text).operations);
        await own.putAll(rows.flatMap((one) => (one ? [{ ...one, state: 'sealed' as const }] : [])));
      } else {
        const told = row.state === 'confirmed' && row.confirmedAt !== null;
        if (!told) await batches.put({ ...row, state: 'confirmed', confirmedAt });
        await own.putAll(withFates(await own.getAll(found.fates.map(([id]) => id)), found));
      }
    });
  }
  return missed;
}

/** Fates as the server has them now: of an operation that was judged again the last one counts. Those that change only. */
function withFates(rows: readonly (OwnRow | undefined)[], { fates }: ListedBatch): OwnRow[] {
  return rows.flatMap((row, i): OwnRow[] => {
    const [, fate, reason = null] = fates[i] ?? [];
    if (!row || !fate) return [];
    const same = row.state === 'confirmed' && row.fate === fate && row.reason === reason;
    return same ? [] : [{ ...row, state: 'confirmed', fate, reason }];
  });
}

/** A quarantined operation was accepted later: it folds again, here too. */
async function takeReleases({ store }: Ports, told: readonly Signed[], verify: ByServer): Promise<void> {
  for (const signed of told) {
    const release = readRelease(signed.text);
    if (!(await verify(signed, release.kid))) continue;
    const { operation, scope, at } = release;
    const row: ReleaseRow = { operation, scope, text: signed.text, signature: signed.signature };
    await store.write(['releases', 'own'], async ({ releases, own }) => {
      await releases.put(row);
      const held = await own.get(operation);
      if (held && held.released === null) await own.put({ ...held, released: at });
    });
  }
}

/** Terms are measured by it, so it is the server's, never the device's; null where that is not known, and asked again. */
async function serverTime({ store, now }: Ports): Promise<number | null> {
  return surelyPast((await readMeta(store, 'clock')) ?? null, now());
}

/** The server keeps a photo for the signer whose record names it, so one of that id by another signer confirms nothing here. */
async function confirmPhotos(
  ports: Ports,
  held: readonly (UploadRow & { signer: Uuid | undefined })[],
  listed: Listing['photos'],
): Promise<boolean> {
  const { store } = ports;
  const names = new Set(listed.map(({ id, sha256, signer }) => `${id} ${sha256} ${signer}`));
  const confirmedAt = await serverTime(ports);
  let missed = false;
  for (const { entity, operation, sha256, signer, state, confirmedAt: known } of held) {
    const there = names.has(`${entity} ${sha256} ${signer}`);
    missed ||= !there;
    if (there && state === 'confirmed' && known !== null) continue;
    await store.write(['uploads'], async ({ uploads }) => {
      const row = await uploads.get(entity);
      if (row?.operation !== operation) return;
      await uploads.put(
        there
          ? { ...row, state: 'confirmed', confirmedAt }
          : {
              ...row,
              state: 'named',
              sent: 0,
              receipt: null,
              confirmedAt: null,
              tries: row.tries + 1,
              nextTry: 0,
            },
      );
    });
  }
  return missed;
}
