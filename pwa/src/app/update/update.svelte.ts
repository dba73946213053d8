/**
 * The conversation about a new version: it is fetched in the background, waits while any tab has a list open, and is
 * used when all agree: on leaving a list, when the app is put away, or when the person asks. Before the page reloads
 * everything typed is stored (`beforeReload`).
 */
import type { Workbox } from 'workbox-window';
import { firstScreen } from '../boot/first-screen';
import { router } from '../router';
import { answerOthers, othersAgree } from './agreement';
import { busy } from './busy';
import { onTakeOver } from './take-over';

const PATIENCE_MS = 400;
const LOOK_AGAIN_MS = 60 * 60 * 1000;
const RELOAD_PAUSE_MS = 30_000;

let ready = $state(false);
let held = $state(false);
let offline = $state(false);

export const updates = {
  /** A new version waits on this device. */
  get ready() {
    return ready;
  },
  /** The last try was held up by another tab with work open. */
  get held() {
    return held;
  },
  /** The whole app is on this device. */
  get offlineReady() {
    return offline;
  },
};

let worker: Workbox | null = null;
let channel: BroadcastChannel | null = null;
const savers = new Set<() => Promise<unknown>>();

/** Store what is being typed before the page reloads for a new version. Returns the undoing. */
export function beforeReload(save: () => Promise<unknown>): () => void {
  savers.add(save);
  return () => savers.delete(save);
}

export function startUpdates(): void {
  addEventListener('vite:preloadError', recoverFromMissingChunk);
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  offline = navigator.serviceWorker.controller !== null;
  onTakeOver(navigator.serviceWorker, () => void saveAndReload());
  channel = new BroadcastChannel('gh.update');
  answerOthers(channel, busy);
  void firstScreen.then(register);
}

async function register(): Promise<void> {
  const { Workbox } = await import('workbox-window');
  worker = new Workbox('/service-worker.js', { type: 'classic', updateViaCache: 'none' });
  worker.addEventListener('waiting', () => (ready = true));
  worker.addEventListener('installed', () => (offline = true));
  worker.addEventListener('controlling', () => (offline = true));
  const registration = await worker.register();
  if (registration?.active) offline = true;
  const look = () => void registration?.update().catch(() => undefined);
  setInterval(look, LOOK_AGAIN_MS);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look();
    else void useNewVersion();
  });
  addEventListener('online', look);
  $effect.root(() => {
    $effect(() => {
      if (ready && router.current !== null && !busy()) void useNewVersion();
    });
  });
}

/** Ask all tabs, then let the new version take over; every tab reloads when it has. */
export async function useNewVersion(): Promise<void> {
  if (!ready || worker === null || channel === null || busy()) return;
  held = !(await othersAgree(channel, crypto.randomUUID(), PATIENCE_MS));
  if (!held && !busy()) worker.messageSkipWaiting();
}

async function saveAndReload(): Promise<void> {
  await Promise.allSettled([...savers].map((save) => save()));
  location.reload();
}

/**
 * A chunk of the old version is gone: reload into the new one, but never in circles, and only where the page itself is
 * kept on the device: without a network a reload would leave nothing.
 */
function recoverFromMissingChunk(event: Event): void {
  const KEY = 'gh.reloaded';
  const last = Number(sessionStorage.getItem(KEY) ?? '0');
  if (!navigator.onLine || navigator.serviceWorker.controller === null || Date.now() - last < RELOAD_PAUSE_MS)
    return;
  event.preventDefault();
  sessionStorage.setItem(KEY, String(Date.now()));
  void saveAndReload();
}
