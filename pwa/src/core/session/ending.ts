/**
 * Signing out at the server. Without network it is remembered, for the cookie stays in the browser: it is made up for before
 * anything else is asked, so that nobody who comes after acts under the session of who left.
 */
import type { Database } from '../store/database';
import { Refused, type Send } from '../transport/send';

/** End the session that somebody left behind, if any. Rejects with NetworkError, and with Refused where the server failed. */
export async function endSession(store: Database, send: Send): Promise<void> {
  const person = await store.read(['meta'], async ({ meta }) => (await meta.get('ending'))?.value);
  if (typeof person !== 'string') return;
  const answer = await send({ method: 'DELETE', path: '/sessions/current', person });
  // Not this person's any more, or none at all: then it has ended.
  if (answer.status >= 300 && answer.status !== 401) throw new Refused(answer);
  await store.write(['meta'], async ({ meta }) => {
    if ((await meta.get('ending'))?.value === person) await meta.delete('ending');
  });
}

/**
 * Requests of screens: each is meant for whom the screens are shown to at that moment, and goes after who left has left; one
 * that says itself whom it is meant for goes as it is.
 */
export const sendForScreens =
  (store: () => Database, send: Send): Send =>
  async (request) => {
    if (request.person !== undefined) return send(request);
    const database = store();
    await endSession(database, send);
    const person = await database.read(['meta'], async ({ meta }) => (await meta.get('current'))?.value);
    return send({ ...request, person: typeof person === 'string' ? person : '' });
  };
