/**
 * The engine: rounds one after another, when something happens or the time has come; waits longer after each failure.
 * While a person looks at a dossier it asks in between for what others recorded: one request that writes nothing when
 * nothing is new.
 */
import { waitMs } from './backoff';
import { askedWait, isSignedOut, problemOf } from './failure';
import { readMeta, tellEngine } from './meta';
import { lookRound } from './look';
import type { Ports } from './ports';
import { syncRound } from './round';
import { sealAll } from './seal';
import { forgetWaits, untilDue } from './waits';

export interface Engine {
  /** Something was stored, or the network came back: a round soon, unless the last ones failed a moment ago. */
  nudge: () => void;
  /** A round now, whatever the waiting time; resolves when it is over, whatever came of it. */
  syncNow: () => Promise<void>;
  /** Seal all that is frozen; needs no network. */
  seal: () => Promise<void>;
  /** Whether a person looks at what others may be changing. */
  watch: (looking: boolean) => void;
  /** Ends after the round under way. */
  stop: () => Promise<void>;
}

/** Between rounds when all is well: for what others recorded. */
const CALM_MS = 60_000;
/** Between looks while a person watches: what a colleague recorded is here within a quarter of a minute. */
const LOOK_MS = 10_000;
/** After a nudge: a moment for what is recorded together. */
const GATHER_MS = 300;

export function startEngine(ports: Ports): Engine {
  const { store, now, random, sleep } = ports;
  let stopped = false;
  let wake = new AbortController();
  let nudged = true;
  let watching = false;
  let failures = 0;
  /** Device time of the last whole round that went well. */
  let rounded = -Infinity;
  let last: Promise<void> = Promise.resolve();

  /** Rounds and sealing never overlap: a chain has one writer. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  }

  async function round(): Promise<void> {
    await tellEngine(store, { running: true, nextTry: null });
    let next = now().device + CALM_MS;
    let problem = null;
    let signedOut: boolean | null = null;
    const session = await readMeta(store, 'session');
    try {
      if (await syncRound(ports)) signedOut = false;
      failures = 0;
      rounded = now().device;
    } catch (error) {
      failures += 1;
      const { device } = now();
      if (isSignedOut(error)) signedOut = true;
      problem = problemOf(error, device);
      next = device + waitMs(failures, random(), askedWait(error));
    }
    await tellEngine(store, { running: false, phase: null, nextTry: next, problem });
    await store.write(['meta'], async ({ meta }) => {
      // What was answered to the one before says nothing of who signed in meanwhile.
      const present = (await meta.get('session'))?.value as typeof session;
      const same = present?.part === session?.part && present?.until === session?.until;
      if (signedOut !== null && same && (await meta.get('signedOut'))?.value !== signedOut)
        await meta.put({ key: 'signedOut', value: signedOut });
    });
  }

  async function run(): Promise<void> {
    while (!stopped) {
      const looking = watching && !nudged && failures === 0 && isCalm();
      nudged = false;
      await inTurn(looking ? look : round).catch(() => undefined);
      await rest();
    }
  }

  /** A clock that was set back does not keep the next round away. */
  function isCalm(): boolean {
    const ago = now().device - rounded;
    return ago >= 0 && ago < CALM_MS;
  }

  /** What is wrong is found, told and waited for by a whole round. */
  async function look(): Promise<void> {
    try {
      await lookRound(ports);
    } catch {
      await round();
    }
  }

  /** Until the time has come, or somebody nudges; a nudge cuts a long wait short, but never to less than the first one. */
  async function rest(): Promise<void> {
    const due = await untilDue(store, now().device).catch(() => Infinity);
    const calm = Math.min(watching ? LOOK_MS : CALM_MS, due);
    const wait = failures === 0 ? calm : waitMs(failures, random());
    const asked = failures === 0 ? GATHER_MS : Math.min(wait, waitMs(1, random()));
    if (!nudged && !stopped) await sleep(wait, wake.signal);
    nudged ||= due <= wait;
    if (nudged && !stopped) await sleep(asked, new AbortController().signal);
    wake = new AbortController();
  }

  const running = run();
  return {
    nudge: () => {
      nudged = true;
      wake.abort();
    },
    watch: (looking) => {
      const begins = looking && !watching;
      watching = looking;
      // The wait under way may be the long one.
      if (begins) wake.abort();
    },
    syncNow: () => {
      failures = 0;
      return inTurn(async () => {
        // Where this cannot be written, what waits is sent when its time has come.
        await forgetWaits(store).catch(() => undefined);
        await round();
      });
    },
    seal: () => inTurn(() => sealAll(store)),
    stop: async () => {
      stopped = true;
      wake.abort();
      await running;
    },
  };
}
