/** Sending for screens: now, again, and the way out when nothing else works. */
import { freezeRested } from '../recording/door';
import { askWorker, device, store } from '../runtime';
import { readMeta } from '../sync/meta';
import type { OperationId } from '../types';

/** A whole round now; resolves when it is over, whatever came of it (see `status().sync`). */
export async function syncNow(): Promise<void> {
  // Nobody here, or another tab: then there is nothing of this tab to freeze, and sending says so.
  await freezeRested().catch(() => undefined);
  await askWorker('sync');
}

/** Try one item again now, without its waiting time. */
export async function retry(id: OperationId): Promise<void> {
  await store().write(['own', 'batches', 'uploads'], async ({ own, batches, uploads }) => {
    const row = await own.get(id);
    const batch = row?.n == null ? undefined : await batches.get([row.signer, row.scope, row.n]);
    if (batch)
      await batches.put({ ...batch, state: batch.state === 'refused' ? 'sealed' : batch.state, nextTry: 0 });
    const upload = row?.evidence == null ? undefined : await uploads.get(row.evidence);
    if (upload) await uploads.put({ ...upload, nextTry: 0 });
  });
  device.nudge();
}

/**
 * What the person who works here has not confirmed, texts and photos as they are stored, and what is being typed: a zip
 * without compression. With nobody here it tells how much waits, and nothing of what.
 */
export async function emergencyExport(): Promise<Blob> {
  const { makeExport } = await import('./export');
  return makeExport(store(), (await readMeta(store(), 'current')) ?? '');
}
