/** Terms are days: how a date reads today, and under which heading it comes. Pure; dates are YYYY-MM-DD. */
import { format } from '$app/i18n';
import * as m from '$paraglide/messages.js';

export type Group = 'late' | 'today' | 'week' | 'later' | 'none';

const DAY_MS = 86_400_000;
/** Noon, so that no time zone makes another day of it. */
const at = (date: string) => new Date(`${date}T12:00:00Z`);

/** Days from `today` until `date`; negative when it has passed. */
export const daysUntil = (date: string, today: string): number =>
  Math.round((at(date).getTime() - at(today).getTime()) / DAY_MS);

/** This week runs to its Sunday. */
export function groupOf(date: string | null, today: string): Group {
  if (date === null) return 'none';
  const days = daysUntil(date, today);
  if (days < 0) return 'late';
  if (days === 0) return 'today';
  const weekday = (at(today).getUTCDay() + 6) % 7;
  return days <= 6 - weekday ? 'week' : 'later';
}

/** Rows under their headings, in the order in which they came. */
export function grouped<T extends { dueOn: string | null }>(
  rows: readonly T[],
  today: string,
): { group: Group; rows: T[] }[] {
  const found: { group: Group; rows: T[] }[] = [];
  for (const row of rows) {
    const group = groupOf(row.dueOn, today);
    const last = found.at(-1);
    if (last?.group === group) last.rows.push(row);
    else found.push({ group, rows: [row] });
  }
  return found;
}

/** `3 dagen te laat`, `vandaag`, `vr 27 nov`. */
export function termWord(date: string | null, today: string): string {
  if (date === null) return m.inbox_due_none();
  const days = daysUntil(date, today);
  if (days < 0) return m.inbox_late({ count: -days });
  return days === 0 ? m.inbox_due_today() : format.shortDay(at(date));
}
