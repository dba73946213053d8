/** Light, dark or sun: what the person chose last, else what the device asks for. Sets `data-mode` on <html>. */
export type Mode = 'light' | 'dark' | 'sun';
const modes: readonly Mode[] = ['light', 'dark', 'sun'];

const KEY = 'gh.mode';
/** Where the sun switch returns to. */
let calm = $state<'light' | 'dark'>('light');
let mode = $state<Mode>('light');

export const theme = {
  get mode(): Mode {
    return mode;
  },
};

export function setMode(to: Mode): void {
  mode = to;
  if (to !== 'sun') calm = to;
  document.documentElement.dataset.mode = to;
  try {
    localStorage.setItem(KEY, to);
  } catch {
    // Without storage the choice lasts for this visit.
  }
}

/** The switch in rail and header: sun mode on, or back to light or dark. */
export function toggleSun(): void {
  setMode(mode === 'sun' ? calm : 'sun');
}

export function startTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  calm = dark.matches ? 'dark' : 'light';
  setMode(keptMode() ?? calm);
}

function keptMode(): Mode | null {
  try {
    const kept = localStorage.getItem(KEY);
    return modes.find((one) => one === kept) ?? null;
  } catch {
    return null;
  }
}
