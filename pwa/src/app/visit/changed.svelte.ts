/** Visits whose plan changed since this person saw them: marked until opened. Kept on the device. */
import type { VisitDocument } from '$core';

const KEY = 'gh.plan-seen';

/** What of a visit the plan decides; null where there is no plan: opened on the spot. */
type Planned = { visit: VisitDocument | null };

/** A fingerprint only: whoever takes the tablet next reads no address and no warning in it. */
const signature = ({ order, slot, warning, site, entryOrder }: VisitDocument) =>
  fingerprint(JSON.stringify([order, slot?.from, slot?.until, warning, site.address, entryOrder]));

/** FNV-1a: tells two plans of one visit apart, and proves nothing. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16);
}

let seen = $state.raw<Record<string, string>>(kept());

/** A visit that was never seen is new, not changed. */
export function isChanged({ visit }: Planned): boolean {
  const before = visit === null ? undefined : seen[visit.id];
  return visit !== null && before !== undefined && before !== signature(visit);
}

/** Remember the visits that come into sight for the first time. */
export function noticeNew(visits: readonly Planned[]): void {
  remember(visits.filter(({ visit }) => visit !== null && seen[visit.id] === undefined));
}

/** A person opened the visit, and sees what the plan says of it now. */
export function markRead(visit: Planned): void {
  if (isChanged(visit)) remember([visit]);
}

function remember(visits: readonly Planned[]): void {
  const fresh = visits.flatMap(({ visit }) => (visit === null ? [] : [[visit.id, signature(visit)]]));
  if (fresh.length === 0) return;
  seen = { ...seen, ...(Object.fromEntries(fresh) as Record<string, string>) };
  try {
    localStorage.setItem(KEY, JSON.stringify(seen));
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
