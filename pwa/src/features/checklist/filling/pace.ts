/** "ca. 5 min": learned from the pace of this device on this list; a pause is no pace. */
const FIRST_GUESS_S = 25;
const PAUSE_S = 120;
const WEIGHT = 0.2;
const KEY = 'gh.pace';

export function minutesLeft(list: string, open: number): number {
  return Math.max(1, Math.round((open * (kept()[list] ?? FIRST_GUESS_S)) / 60));
}

/** Learn from the seconds between two answers. */
export function learn(list: string, seconds: number): void {
  if (seconds <= 0 || seconds > PAUSE_S) return;
  const all = kept();
  const before = all[list] ?? FIRST_GUESS_S;
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...all, [list]: before + WEIGHT * (seconds - before) }));
  } catch {
    // A browser that refuses storage guesses on.
  }
}

function kept(): Record<string, number> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, number>;
  } catch {
    return {};
  }
}
