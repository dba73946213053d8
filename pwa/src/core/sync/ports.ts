/** All that the engine asks of the world: tests hand in a store in memory, a faulty line and a clock of their own. */
import type { DeviceClock } from '../clock/clock';
import type { Database } from '../store/database';
import type { UploadRow } from '../store/rows';
import type { Send } from '../transport/send';

export interface Ports {
  store: Database;
  send: Send;
  /** Send the bytes of one photo, from where it left off. Rejects like `send`; nothing but a receipt proves anything. */
  upload: (photo: UploadRow, progress: (sent: number) => void) => Promise<void>;
  now: () => DeviceClock;
  /** Resolves after so many ms, or at once when `signal` is aborted. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 up to 1, for jitter. */
  random: () => number;
  /** Random bytes, for ids. */
  bytes: (count: number) => Uint8Array;
}
