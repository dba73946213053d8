/** The waiting times of what is to be sent. */
import type { Database } from '../store/database';

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
