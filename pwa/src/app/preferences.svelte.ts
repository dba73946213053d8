/** Choices of the person at this device that are neither language nor colour: the thumb, and single-letter keys. */
const KEY = 'gh.preferences';

interface Preferences {
  hand: 'left' | 'right';
  keys: boolean;
}

let chosen = $state.raw<Preferences>({ hand: 'right', keys: true, ...kept() });

export const preferences = {
  get hand() {
    return chosen.hand;
  },
  get keys() {
    return chosen.keys;
  },
};

/** Set what the style sheets read; once at the start. */
export const startPreferences = () => prefer({});

export function prefer(change: Partial<Preferences>): void {
  chosen = { ...chosen, ...change };
  document.documentElement.dataset.hand = chosen.hand;
  try {
    localStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // Then it holds for this visit only.
  }
}

function kept(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>;
  } catch {
    return {};
  }
}
