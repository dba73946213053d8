/**
 * What screen readers hear beside the screen, and the short notes (toasts) that everybody sees.
 * Polite: saves, new findings of others, undo. Assertive: only what cannot wait (storage full, action stopped).
 */
export interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'ok' | 'warn' | 'error';
  /** Names what it undoes: "Ongedaan: Nee". */
  action: { label: string; run: () => void } | null;
}

let polite = $state('');
let assertive = $state('');
let toasts = $state.raw<Toast[]>([]);
let foot = $state(0);
let last = 0;

export const announced = {
  get polite() {
    return polite;
  },
  get assertive() {
    return assertive;
  },
  get toasts() {
    return toasts;
  },
  get foot() {
    return foot;
  },
};

/** Say something to screen readers; the same words twice are heard twice. */
export function announce(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
  const heard = (was: string) => (was === text ? `${text}\u00a0` : text);
  if (urgency === 'assertive') assertive = heard(assertive);
  else polite = heard(polite);
}

/** Show and announce a short note. It stays `seconds`, an error until it is closed. Returns its id. */
export function toast(
  text: string,
  options: { tone?: Toast['tone']; action?: Toast['action']; seconds?: number } = {},
): number {
  const { tone = 'plain', action = null, seconds = action === null ? 5 : 10 } = options;
  const id = ++last;
  toasts = [...toasts.slice(-2), { id, text, tone, action }];
  announce(text, tone === 'error' ? 'assertive' : 'polite');
  if (tone !== 'error') setTimeout(() => closeToast(id), seconds * 1000);
  return id;
}

/** How many px at the foot of the screen the notes leave free: what stands there is the next action. Returns the way back to none. */
export function leaveFoot(px: number): () => void {
  foot = px;
  return () => (foot = 0);
}

export function closeToast(id: number): void {
  toasts = toasts.filter((one) => one.id !== id);
}
