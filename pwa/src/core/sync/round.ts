/** One round: seal, push, pull, confirm, photos. Each step leaves the store whole; a cut anywhere is made up by the next. */
import { markOf, type ClockMark } from '../clock/clock';
import type { Send } from '../transport/send';
import type { SyncPhase } from '../types/status';
import { confirmAll } from './confirm';
import { fetchLists } from './lists';
import { readMeta, tellEngine, writeMeta } from './meta';
import { sendPhotos } from './photos';
import type { Ports } from './ports';
import { pullAll } from './pull';
import { pushAll } from './push';
import { renewSigner } from './renew-signer';
import { dropConfirmed } from './retention';
import { sealAll } from './seal';
import { byServer } from './server-keys';

/** How far the Date header may be off what is known before it is believed: it counts whole seconds. */
const DATE_STEP_MS = 1_500;

/** Rejects with what `send` rejects with. Resolves false when nobody is signed in: sealing alone was done. */
export async function syncRound(given: Ports): Promise<boolean> {
  const ports = { ...given, send: noticing(given) };
  try {
    return await steps(ports);
  } finally {
    await tellEngine(ports.store, { phase: null });
  }
}

async function steps(ports: Ports): Promise<boolean> {
  const { store } = ports;
  await phase(ports, 'sealing', () => sealAll(store));
  const session = await readMeta(store, 'session');
  if (session === undefined) return false;
  const verify = await byServer(ports);
  await phase(ports, 'pushing', () => pushAll(ports, verify));
  await renewSigner(ports, session.part);
  await phase(ports, 'pulling', async () => {
    await pullAll(ports, verify, session.part);
    await writeMeta(store, 'pulled', ports.now().device);
    await fetchLists(ports, session.part);
  });
  await confirm(ports, verify);
  await phase(ports, 'photos', () => sendPhotos(ports, verify));
  await confirm(ports, verify);
  await dropConfirmed(ports);
  return true;
}

/** What the server does not list is offered again at once. */
async function confirm(ports: Ports, verify: Awaited<ReturnType<typeof byServer>>): Promise<void> {
  const missed = await phase(ports, 'confirming', () => confirmAll(ports, verify));
  if (missed) await phase(ports, 'pushing', () => pushAll(ports, verify));
}

async function phase<T>({ store }: Ports, name: SyncPhase, work: () => Promise<T>): Promise<T> {
  await tellEngine(store, { phase: name });
  return work();
}

/** A contact is noted no more often than this: views follow it. */
const CONTACT_MS = 10_000;

/** Each answer is a contact, and tells the server's time; written down only when that says something new. */
function noticing({ store, send, now }: Ports): Send {
  return async (request) => {
    const sent = now();
    const response = await send(request);
    const received = now();
    const contact = await readMeta(store, 'contact');
    if (contact === undefined || Math.abs(received.device - contact) >= CONTACT_MS) {
      await writeMeta(store, 'contact', received.device);
    }
    // The header's second has begun: on average it is half over.
    const fresh = response.date === null ? null : markOf(response.date + 500, sent, received);
    const before = (await readMeta(store, 'clock')) ?? null;
    if (fresh !== null && saysMore(fresh, before)) await writeMeta(store, 'clock', fresh);
    return response;
  };
}

/** Another run of the browser, or another offset than a header of whole seconds can explain. */
function saysMore(fresh: ClockMark, before: ClockMark | null): boolean {
  if (before === null || before.boot !== fresh.boot) return true;
  return Math.abs(fresh.server - fresh.device - (before.server - before.device)) > DATE_STEP_MS;
}
