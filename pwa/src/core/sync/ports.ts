/** All that the engine asks of the world: tests hand in a store in memory, a faulty line and a clock of their own. */
import type { DeviceClock } from '../clock/clock';
import type { Database } from '../store/database';
import type { UploadRow } from '../store/rows';
import { sendFor, type Send } from '../transport/send';

export interface Ports {
  store: Database;
  send: Send;
  /** Send the bytes of one photo, from where it left off, under this person's session. Rejects like `send`; nothing but a receipt proves anything. */
  upload: (photo: UploadRow, progress: (sent: number) => void, person?: string) => Promise<void>;
  now: () => DeviceClock;
  /** Resolves after so many ms, or at once when `signal` is aborted. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 up to 1, for jitter. */
  random: () => number;
  /** Random bytes, for ids. */
  bytes: (count: number) => Uint8Array;
}

/** The same world for one person: what goes out is refused by the server under anybody else's session. */
export function portsFor(ports: Ports, person: string): Ports {
  return {
    ...ports,
    send: sendFor(ports.send, person),
    upload: (photo, progress) => ports.upload(photo, progress, person),
  };
}
