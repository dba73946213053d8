/** The one core of this tab: database, clocks, the tab's turn, and the worker that sends. Made by `startCore`. */
import type { DeviceClock } from './clock/clock';
import type { Device } from './recording/device';
import { inTurns } from './recording/device';
import { fetchSend } from './transport/fetch';
import { sendForScreens } from './session/ending';
import { noticeRoom } from './storage/surroundings';
import { openDevice, type DeviceDatabase } from './store/indexed';
import { DATABASE } from './store/name';
import type { FromWorker, ToWorker } from './sync/messages';

const TAB_LOCK = 'glashelder-tab';

const boot = crypto.randomUUID();
const listeners = new Set<() => void>();
const turn = inTurns();
let database: DeviceDatabase | null = null;
let worker: Worker | null = null;
let active = false;
let ready: Promise<void> | null = null;
const answers = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();

/** For the person who works here now, and refused by the server under another's session. */
export const send = sendForScreens(store, fetchSend);

/** Page and worker count from one origin, and the worker is told the name of this run. */
export function clock(): DeviceClock {
  return { device: Date.now(), mono: performance.timeOrigin + performance.now(), boot };
}

/** Opens at first use, so that a view may be made before `startCore` has resolved. */
export function store(): DeviceDatabase {
  database ??= openDevice(DATABASE);
  return database;
}

export const device: Device = {
  get database() {
    return store();
  },
  clock,
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  nudge: () => sender()?.postMessage({ type: 'nudge' } satisfies ToWorker),
  isActive: () => active,
  room: (full) => {
    if (noticeRoom(full)) changed();
  },
  later: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};

/** Recordings one after another. */
export const inTurn = turn;

export const isActiveTab = (): boolean => active;

/** Called when something changes that is not in the database: the tab's turn, the network, storage. */
export function onChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function changed(): void {
  for (const listener of listeners) listener();
}

/** Open the store and claim the tab. Resolves once the store is open and the tab's turn is known. */
export function startCore(): Promise<void> {
  ready ??= start();
  return ready;
}

let looking = 0;

/**
 * A screen shows what others may be changing: look for that more often, until the given function is called. Nobody looks
 * at a page that is out of sight.
 */
export function watchOthers(): () => void {
  looking += 1;
  tellWatching();
  return () => {
    looking -= 1;
    tellWatching();
  };
}

function tellWatching(): void {
  const seen = (globalThis as { document?: { visibilityState: string } }).document?.visibilityState;
  worker?.postMessage({ type: 'watch', looking: looking > 0 && seen !== 'hidden' } satisfies ToWorker);
}

/** Ask the worker for something that it must have finished, e.g. sealing before sign-out. */
export function askWorker(type: 'seal' | 'sync'): Promise<void> {
  const asked = sender();
  if (asked === null) return Promise.reject(new Error('this tab is not the active one'));
  return new Promise((resolve, reject) => {
    const id = Math.max(0, ...answers.keys()) + 1;
    answers.set(id, { resolve, reject });
    asked.postMessage({ type, id } satisfies ToWorker);
  });
}

async function start(): Promise<void> {
  await store().open();
  for (const type of ['online', 'offline', 'visibilitychange', 'focus']) {
    globalThis.addEventListener(type, () => {
      changed();
      tellWatching();
      device.nudge();
    });
  }
  await claimTab();
}

/** One tab is the active one; the next one in line takes over when it goes. */
function claimTab(): Promise<void> {
  return new Promise((resolve) => {
    const take = async () => {
      active = true;
      changed();
      resolve();
      await new Promise(() => undefined);
    };
    void navigator.locks.request(TAB_LOCK, { ifAvailable: true }, async (lock) => {
      if (lock !== null) return take();
      resolve();
      void navigator.locks.request(TAB_LOCK, () => {
        const held = take();
        startSending();
        return held;
      });
    });
  });
}

/** Begin to send and to fetch: once the first screen is drawn, and before that as soon as anything asks for it. */
export function startSending(): void {
  sender();
}

/** The worker of the active tab, begun when it is first wanted; null in any other tab. */
function sender(): Worker | null {
  if (active && worker === null) startWorker();
  return worker;
}

function startWorker(): void {
  worker = new Worker(new URL('../workers/sync/sync.ts', import.meta.url), { type: 'module', name: boot });
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    const waiting = answers.get(data.id);
    answers.delete(data.id);
    if (data.error === null) waiting?.resolve();
    else waiting?.reject(new Error(data.error));
  });
  tellWatching();
}
