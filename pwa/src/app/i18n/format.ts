/** Times, dates and quantities in the language of the screens; times are those of the Netherlands. */
import { i18n, type Language } from './i18n.svelte';

const ZONE = 'Europe/Amsterdam';
const tags: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };
const made = new Map<string, Intl.DateTimeFormat>();

function show(at: string | Date, options: Intl.DateTimeFormatOptions): string {
  const key = i18n.language + JSON.stringify(options);
  let format = made.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(tags[i18n.language], { timeZone: ZONE, hourCycle: 'h23', ...options });
    made.set(key, format);
  }
  return format.format(typeof at === 'string' ? new Date(at) : at);
}

/** `10:30` */
export const time = (at: string | Date) => show(at, { hour: '2-digit', minute: '2-digit' });
/** `10:30:07` */
export const timeWithSeconds = (at: string | Date) =>
  show(at, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
/** `dinsdag 24 november` */
export const longDay = (at: string | Date) => show(at, { weekday: 'long', day: 'numeric', month: 'long' });
/** `di 24 november` */
export const day = (at: string | Date) => show(at, { weekday: 'short', day: 'numeric', month: 'long' });
/** `vr 27 nov` */
export const shortDay = (at: string | Date) => show(at, { weekday: 'short', day: 'numeric', month: 'short' });
/** `24 november 2026` */
export const date = (at: string | Date) => show(at, { day: 'numeric', month: 'long', year: 'numeric' });
/** `24 nov 10:30` */
export const dayAndTime = (at: string | Date) =>
  show(at, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

/** True when both fall on the same day in the Netherlands. */
export const sameDay = (a: string | Date, b: string | Date) => dayKey(a) === dayKey(b);
const dayKey = (at: string | Date) => show(at, { year: 'numeric', month: '2-digit', day: '2-digit' });

/** `1,4` or `1.4`: at most `digits` after the point. */
export const number = (value: number, digits = 0) =>
  new Intl.NumberFormat(tags[i18n.language], { maximumFractionDigits: digits }).format(value);

/** `850 m`, `1,8 km`. */
export const distance = (metres: number) =>
  metres < 950 ? `${number(Math.max(10, Math.round(metres / 10) * 10))} m` : `${number(metres / 1000, 1)} km`;

/** `380 kB`, `3,8 MB`, `1,2 GB`. */
export function bytes(count: number): string {
  if (count < 1e6) return `${number(Math.ceil(count / 1e3))} kB`;
  return count < 1e9 ? `${number(count / 1e6, 1)} MB` : `${number(count / 1e9, 1)} GB`;
}

/** The text of a pair in the language of the screens: `words(finding.title)`. */
export const words = (pair: { nl: string; en: string }) => pair[i18n.language];
