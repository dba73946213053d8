/** What a failed try is: a line that broke, a server that asks to wait, a session that ended, or a fault. */
import { writeInstant } from '../operations/instants';
import { StoreFull } from '../store/database';
import { NetworkError, Refused } from '../transport/send';
import type { Problem } from '../types/outbox';

export function problemOf(error: unknown, now: number): Problem {
  const at = writeInstant(now);
  if (error instanceof NetworkError) return { code: 'network', detail: null, at };
  if (error instanceof StoreFull) return { code: 'quota', detail: null, at };
  if (error instanceof Refused) return { code: error.code, detail: error.detail, at };
  return { code: 'fault', detail: error instanceof Error ? error.message : String(error), at };
}

/** The session ended, or is another device's: only a person can mend that. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof Refused && error.status === 401;
}

export function askedWait(error: unknown): number | null {
  return error instanceof Refused ? error.retryAfter : null;
}
