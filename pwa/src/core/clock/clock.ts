/**
 * Server time as a device may know it. Operations carry the device's own time and its offset; terms and expiry are measured
 * by the last server time plus monotonic time since, never by the device clock alone (docs/format.md § 7).
 */

/** A moment at which the server told its time. All in ms; `mono` counts within one run of the browser, `boot` names the run. */
export interface ClockMark {
  server: number;
  device: number;
  mono: number;
  boot: string;
}

/** The device's own clocks at one moment. */
export interface DeviceClock {
  device: number;
  mono: number;
  boot: string;
}

/** More than this much off is warned, never refused. */
export const OFFSET_WARNING = 5 * 60_000;

/** Server less device, in whole ms; null before the first contact. */
export function offsetOf(mark: ClockMark | null): number | null {
  return mark === null ? null : Math.round(mark.server - mark.device);
}

/**
 * A moment that the server's clock has surely reached: exact within one run of the browser, afterwards the last known time,
 * so that setting the device clock forward never makes a term pass. Null before the first contact.
 */
export function surelyPast(mark: ClockMark | null, now: DeviceClock): number | null {
  if (mark === null) return null;
  return mark.server + (now.boot === mark.boot ? Math.max(0, now.mono - mark.mono) : 0);
}

/**
 * The server's time as far as this device can tell: exact within one run of the browser, afterwards by the device clock as it
 * was off before. For what may begin, never for what may end. Null before the first contact.
 */
export function likelyNow(mark: ClockMark | null, now: DeviceClock): number | null {
  const past = surelyPast(mark, now);
  if (mark === null || past === null || now.boot === mark.boot) return past;
  return Math.max(past, now.device + mark.server - mark.device);
}

/** The mark of an answer: the server's time lies between sending and receiving, so half of the way is taken off. */
export function markOf(serverTime: number, sent: DeviceClock, received: DeviceClock): ClockMark {
  const way = Math.max(0, received.mono - sent.mono);
  return { server: serverTime + way / 2, device: received.device, mono: received.mono, boot: received.boot };
}
