/** Where something was seen: from the satellites, judged by age and accuracy, or pointed out by hand. */
import type { Place } from '$core/types';

/** What the device measured; `at` in milliseconds of the same clock that `now` is read from. */
export interface Fix {
  lon: number;
  lat: number;
  /** Radius in metres of the 95 % circle. */
  accuracy: number;
  at: number;
}

/** Starting values: older or wider than this is shown amber. */
export const OLD_AFTER_MS = 60_000;
export const WIDE_FROM_M = 30;

export type Judgement = 'good' | 'old' | 'wide' | 'none';

/** What may be said of a fix at this moment. */
export function judge(fix: Fix | null, now: number): Judgement {
  if (!fix) return 'none';
  if (now - fix.at > OLD_AFTER_MS) return 'old';
  return fix.accuracy > WIDE_FROM_M ? 'wide' : 'good';
}

/** The fix as it is recorded: six decimals are 0.1 m, accuracy in tenths of metres. */
export function toPlace(fix: Fix): Place {
  return { lon: shortest(fix.lon, 6), lat: shortest(fix.lat, 6), accuracy: shortest(fix.accuracy, 1) };
}

/** A point chosen on the map, on a screen that shows `metresPerPixel`: a thumb is some 24 px off. */
export function pointedOut(lon: number, lat: number, metresPerPixel: number): Place {
  return {
    lon: shortest(lon, 6),
    lat: shortest(lat, 6),
    accuracy: shortest(Math.max(1, metresPerPixel * 24), 0),
  };
}

/** A decimal in its shortest form, as the format asks: no exponent, no trailing zero, no `-0`. */
export function shortest(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  const cut = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return cut === '-0' ? '0' : cut;
}
