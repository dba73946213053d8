/** Moments: recorded in UTC, shown and typed as the clock on the wall in the Netherlands. */
const ZONE = 'Europe/Amsterdam';

/** `2026-11-25T10:34`, as an input of type datetime-local holds it. */
export function toLocal(instant: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: ZONE,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(instant));
  return parts.replace(' ', 'T');
}

/** The instant at which the clock in the Netherlands shows `local`; null for what is no moment. */
export function fromLocal(local: string): string | null {
  const guess = Date.parse(`${local}:00.000Z`);
  if (Number.isNaN(guess)) return null;
  // The zone's distance at the guess is right, but within hours of a clock change: then once more.
  const first = guess - distance(guess);
  return new Date(guess - distance(first)).toISOString();
}

/** How far the clock in the Netherlands is ahead of UTC at this moment, in ms. */
function distance(at: number): number {
  return Date.parse(`${toLocal(new Date(at).toISOString())}:00.000Z`) - Math.floor(at / 60_000) * 60_000;
}

export function shift(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}
