/** The dedicated worker that sends: one engine, in the active tab alone, behind a lock of its own. */
import { tusUpload } from '$core/evidence/tus';
import { DATABASE } from '$core/store/name';
import { openDevice } from '$core/store/indexed';
import { startEngine, type Engine } from '$core/sync/engine';
import type { FromWorker, ToWorker } from '$core/sync/messages';
import { fetchSend } from '$core/transport/fetch';

const LOCK = 'glashelder-sync';
const store = openDevice(DATABASE);
/** The run of the browser, as the page that started this worker names it: both count time from one origin. */
const boot = self.name;

const engine: Promise<Engine> = new Promise((resolve, reject) => {
  navigator.locks
    .request(LOCK, () => {
      resolve(
        startEngine({
          store,
          send: fetchSend,
          upload: tusUpload(store, '/api/v1/evidence-uploads'),
          now: () => ({ device: Date.now(), mono: performance.timeOrigin + performance.now(), boot }),
          sleep,
          random: Math.random,
          bytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
        }),
      );
      // Held as long as this worker lives.
      return new Promise(() => undefined);
    })
    .catch(reject);
});

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => void answer(data));

async function answer(message: ToWorker): Promise<void> {
  const running = await engine;
  if (message.type === 'nudge') {
    running.nudge();
    return;
  }
  if (message.type === 'watch') {
    running.watch(message.looking);
    return;
  }
  const { id, type } = message;
  try {
    await (type === 'seal' ? running.seal() : running.syncNow());
    self.postMessage({ id, error: null } satisfies FromWorker);
  } catch (error) {
    self.postMessage({ id, error: String(error) } satisfies FromWorker);
  }
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
