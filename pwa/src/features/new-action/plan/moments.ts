/** Days and hours as a lead types them, in the Netherlands, and the instants they are. */

const ZONE = 'Europe/Amsterdam';
const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

export interface Local {
  /** `2026-11-25` */
  day: string;
  /** `08:40` */
  time: string;
}

/** The local day and hour of an instant. */
export function localOf(at: string | number): Local {
  const found = Object.fromEntries(parts.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  const { year = '', month = '', day = '', hour = '', minute = '' } = found;
  return { day: `${year}-${month}-${day}`, time: `${hour}:${minute}` };
}

/** The instant of a local day and hour, with three decimals and Z; null for what is no day or hour. */
export function instantOf({ day, time }: Local): string | null {
  const wanted = Date.parse(`${day}T${time}:00.000Z`);
  if (Number.isNaN(wanted) || !/^\d{4}-\d{2}-\d{2}$/u.test(day) || !/^\d{2}:\d{2}$/u.test(time)) return null;
  // The offset differs from the guess only in the hour in which the clock is set; once more is enough.
  let found = wanted;
  for (let turn = 0; turn < 2; turn++) found += wanted - asIfUtc(found);
  return new Date(found).toISOString();
}

function asIfUtc(at: number): number {
  const { day, time } = localOf(at);
  return Date.parse(`${day}T${time}:00.000Z`);
}

/** Minutes later. */
export const later = (at: string, minutes: number) =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString();

/** How long a span is, in minutes. */
export const minutesOf = (span: { from: string; until: string }) =>
  Math.round((Date.parse(span.until) - Date.parse(span.from)) / 60_000);
