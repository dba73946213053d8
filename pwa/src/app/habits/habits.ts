/**
 * Small habits of one person: words and rooms used before. Nothing here is a record. A tablet goes from hand to hand: they are
 * the person's alone and go when the person signs out; what is to outlast this run of the app may say nothing that not
 * everybody at the visit reads.
 */
const PREFIX = 'gh.habit.';

/** All habits of this run, by key. */
const run = new Map<string, unknown[]>();

const keyOf = (person: string, name: string): string => `${PREFIX}${person}.${name}`;

export const habit = <T>(person: string, name: string): T[] =>
  (run.get(keyOf(person, name)) as T[] | undefined) ?? kept(keyOf(person, name));

/** Add what was used. `open`: it was recorded in the joint part. */
export function learn<T>(person: string, name: string, add: (before: T[]) => T[], open: boolean): void {
  const key = keyOf(person, name);
  run.set(key, add(habit(person, name)));
  if (!open) return;
  try {
    localStorage.setItem(key, JSON.stringify(add(kept(key))));
  } catch {
    // Then they are gone with the page; the record is not.
  }
}

/** Whoever takes the tablet next finds nothing of who had it. */
export function forgetHabits(): void {
  run.clear();
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  } catch {
    // Where the browser keeps nothing, nothing is to be forgotten.
  }
}

function kept<T>(key: string): T[] {
  try {
    const values: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(values) ? (values as T[]) : [];
  } catch {
    return [];
  }
}
