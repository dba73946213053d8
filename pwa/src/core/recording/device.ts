/** What recording asks of the device it runs on; tests hand in their own. */
import type { DeviceClock } from '../clock/clock';
import type { Database } from '../store/database';

export interface Device {
  database: Database;
  clock: () => DeviceClock;
  random: (bytes: number) => Uint8Array;
  /** Tell the sync worker that there is something to send. */
  nudge: () => void;
  /** False while another tab is the active one. */
  isActive: () => boolean;
  /** Told after each write whether the device had room for it. */
  room: (full: boolean) => void;
  /** Calls later, unless the returned function is called before. */
  later: (ms: number, work: () => void) => () => void;
}

/**
 * Runs recordings one after another: two quick taps on one answer must each see what the other left, or they would be
 * shown as a conflict of a person with themselves.
 */
export function inTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
