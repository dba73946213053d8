/** How long to wait before the next try: doubling, with jitter, so that a morning's tablets do not come all at once. */

const FIRST_MS = 2_000;
const MOST_MS = 5 * 60_000;
/** However long a server asks to wait. */
const MOST_ASKED_MS = 15 * 60_000;

/** `tries` so far, at least 1; `random` from 0 up to 1; `asked`: seconds that the server asked to wait. */
export function waitMs(tries: number, random: number, asked: number | null = null): number {
  const whole = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(tries - 1, 16));
  return Math.max(
    Math.round(whole / 2 + (random * whole) / 2),
    Math.min(MOST_ASKED_MS, (asked ?? 0) * 1_000),
  );
}

/** A time further away than any wait was told by a clock that has been put right since: then the wait is over. */
export function isWaiting(nextTry: number, now: number): boolean {
  return nextTry > now && nextTry - now <= MOST_ASKED_MS;
}
