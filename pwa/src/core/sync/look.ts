/** A look between two rounds: what others recorded, and nothing else. Writes nothing when nothing is new. */
import { fetchLists } from './lists';
import { readMeta, writeMeta } from './meta';
import { portsFor, type Ports } from './ports';
import { pullAll } from './pull';
import { byServer } from './server-keys';

/** Rejects with what `send` rejects with. Nobody signed in: nothing to ask. */
export async function lookRound(given: Ports): Promise<void> {
  const { store } = given;
  const session = await readMeta(store, 'session');
  if (session === undefined || (await readMeta(store, 'signedOut')) === true) return;
  const ports = portsFor(given, session.part);
  const news = await pullAll(ports, await byServer(ports), session.part);
  if (!news) return;
  await writeMeta(store, 'pulled', ports.now().device);
  await fetchLists(ports, session.part);
}
