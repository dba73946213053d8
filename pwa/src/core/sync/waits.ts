/** The waiting times of what is to be sent. */
import type { Database } from '../store/database';
import { isWaiting } from './backoff';

/** Milliseconds until the first of what was refused may be offered again; Infinity when nothing waits. */
export async function untilDue(store: Database, now: number): Promise<number> {
  const rows = await store.read(['batches', 'uploads'], async ({ batches, uploads }) => [
    ...(await batches.by('state', 'sealed')),
    ...(await uploads.by('state', 'named')),
  ]);
  const waits = rows.filter(({ nextTry }) => isWaiting(nextTry, now)).map(({ nextTry }) => nextTry - now);
  return Math.min(Infinity, ...waits);
}

/** A person asks to send now: what was refused before is offered without its waiting time. */
export async function forgetWaits(store: Database): Promise<void> {
  await store.write(['batches', 'uploads'], async ({ batches, uploads }) => {
    const sealed = await batches.by('state', 'sealed');
    const named = await uploads.by('state', 'named');
    const waits = ({ nextTry }: { nextTry: number }) => nextTry !== 0;
    await batches.putAll(sealed.filter(waits).map((row) => ({ ...row, nextTry: 0 })));
    await uploads.putAll(named.filter(waits).map((row) => ({ ...row, nextTry: 0 })));
  });
}
