/**
 * One round: seal, sign out whoever left, push, confirm, photos, confirm, drop, renew, pull, lists. What is only here goes first, and a step that
 * fails stops no other: a device too full for what others recorded still sends its own and makes room. Each step leaves
 * the store whole; a cut anywhere is made up by the next round.
 */
import { markOf, type ClockMark } from '../clock/clock';
import { endSession } from '../session/ending';
import { NetworkError, type Send } from '../transport/send';
import type { SyncPhase } from '../types/status';
import { confirmAll } from './confirm';
import { isSignedOut } from './failure';
import { fetchLists } from './lists';
import { noteMeta, readMeta, tellEngine } from './meta';
import { sendPhotos } from './photos';
import type { Ports } from './ports';
import { portsFor } from './ports';
import { pullAll } from './pull';
import { pushAll } from './push';
import { renewSigner } from './renew-signer';
import { dropConfirmed } from './retention';
import { sealAll } from './seal';
import { byServer } from './server-keys';

/** How far the Date header may be off what is known before it is believed: it counts whole seconds. */
const DATE_STEP_MS = 1_500;

/**
 * Rejects with what ended it, or with the first error that a step met once every other step did what it could. Resolves false
 * when nobody is signed in: sealing alone was done.
 */
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
  const errors: unknown[] = [];
  const step = async (name: SyncPhase | null, work: () => Promise<unknown>): Promise<void> => {
    try {
      if (name !== null) await tellEngine(store, { phase: name });
      await work();
    } catch (error) {
      errors.push(error);
      if (endsRound(error)) throw error;
    }
  };
  await step('sealing', () => sealAll(store));
  await step(null, () => endSession(store, ports.send));
  const session = await readMeta(store, 'session');
  if (session !== undefined) await withServer(ports, session.part, step);
  if (errors.length > 0) throw errors[0];
  return session !== undefined;
}

type Step = (name: SyncPhase | null, work: () => Promise<unknown>) => Promise<void>;

async function withServer(given: Ports, part: string, step: Step): Promise<void> {
  const ports = portsFor(given, part);
  const { store } = ports;
  const verify = await byServer(ports);
  // What the server does not list is offered again at once.
  const confirm = async () => {
    const missed: boolean[] = [];
    await step('confirming', async () => missed.push(await confirmAll(ports, verify)));
    if (missed.includes(true)) await step('pushing', () => pushAll(ports, verify));
  };
  await step('pushing', () => pushAll(ports, verify));
  await confirm();
  await step('photos', () => sendPhotos(ports, verify));
  await confirm();
  await step(null, () => dropConfirmed(ports));
  await step(null, () => renewSigner(ports, part));
  await step('pulling', async () => {
    await pullAll(ports, verify, part);
    await noteMeta(store, 'pulled', ports.now().device);
  });
  await step('pulling', () => fetchLists(ports, part));
}

/** With no line, or for nobody, every further request would fail the same way. */
function endsRound(error: unknown): boolean {
  return error instanceof NetworkError || isSignedOut(error);
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
      await noteMeta(store, 'contact', received.device);
    }
    // The header's second has begun: on average it is half over.
    const fresh = response.date === null ? null : markOf(response.date + 500, sent, received);
    const before = (await readMeta(store, 'clock')) ?? null;
    if (fresh !== null && saysMore(fresh, before)) await noteMeta(store, 'clock', fresh);
    return response;
  };
}

/** Another run of the browser, or another offset than a header of whole seconds can explain. */
function saysMore(fresh: ClockMark, before: ClockMark | null): boolean {
  if (before === null || before.boot !== fresh.boot) return true;
  return Math.abs(fresh.server - fresh.device - (before.server - before.device)) > DATE_STEP_MS;
}
