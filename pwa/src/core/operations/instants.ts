/** Times as they are written: UTC with three decimals and `Z`; elsewhere whole milliseconds since 1970 (docs/format.md § 1). */
import type { Instant } from '../types/ids';

const FORM = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const FIRST = -62_135_596_800_000;
const LAST = 253_402_300_799_999;

/** Milliseconds of an instant. Throws RangeError for any other form and for days that do not exist. */
export function parseInstant(text: string): number {
  const ms = FORM.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms) || ms < FIRST || new Date(ms).toISOString() !== text) {
    throw new RangeError('not a time in UTC with three decimals and Z');
  }
  return ms;
}

/** Whether `parseInstant` takes it. */
export function isInstant(text: string): boolean {
  try {
    parseInstant(text);
    return true;
  } catch {
    return false;
  }
}

/** The text of an instant; what lies outside the years 1 to 9999 becomes the nearest instant within. */
export function writeInstant(ms: number): Instant {
  return new Date(Math.min(Math.max(Math.round(ms), FIRST), LAST)).toISOString();
}
