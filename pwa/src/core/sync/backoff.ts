/** How long to wait before the next try: doubling, with jitter, so that a morning's tablets do not come all at once. */

const FIRST_MS = 2_000;
const MOST_MS = 5 * 60_000;

/** `tries` so far, at least 1; `random` from 0 up to 1; `asked`: seconds that the server asked to wait. */
export function waitMs(tries: number, random: number, asked: number | null = null): number {
  const whole = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(tries - 1, 16));
  return Math.max(Math.round(whole / 2 + (random * whole) / 2), (asked ?? 0) * 1_000);
}
