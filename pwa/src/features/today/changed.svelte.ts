/** Rows of the plan that changed since this person saw them: marked until opened. Kept on the device. */
import type { TodayVisit } from '$core';

const KEY = 'gh.plan-seen';

/** What of a visit the plan decides. */
export const signature = ({ order, slot, warning, site, entryOrder }: TodayVisit) =>
  JSON.stringify([order, slot?.from, slot?.until, warning, site?.address, entryOrder.map(({ id }) => id)]);

let seen = $state.raw<Record<string, string>>(kept());

/** A visit that was never seen is new, not changed. */
export function isChanged(visit: TodayVisit): boolean {
  const before = seen[visit.dossier];
  return before !== undefined && before !== signature(visit);
}

/** Remember the visits that come into sight for the first time. */
export function noticeNew(visits: readonly TodayVisit[]): void {
  const fresh = visits.filter(({ dossier }) => seen[dossier] === undefined);
  if (fresh.length > 0)
    keep({ ...seen, ...Object.fromEntries(fresh.map((one) => [one.dossier, signature(one)])) });
}

export function markRead(visit: TodayVisit): void {
  if (seen[visit.dossier] !== signature(visit)) keep({ ...seen, [visit.dossier]: signature(visit) });
}

function keep(all: Record<string, string>): void {
  seen = all;
  try {
    localStorage.setItem(KEY, JSON.stringify(all));
  } catch {
    // Then a change is marked once more after the next start.
  }
}

function kept(): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}
