/** After a screen has come: focus its heading, or return to where it was scrolled. */
import type { Arrival } from '../router/router.svelte';

const PATIENCE_MS = 1500;

export function arrive(how: Arrival): void {
  if (how.kind === 'load') return;
  document.querySelector<HTMLElement>('[data-screen-heading]')?.focus({ preventScroll: true });
  if (how.kind === 'forward') scrollTo(0, 0);
  else restoreScroll(how.scroll);
}

/** The page may still be growing (live queries): try until it is long enough, time is up, or the person scrolls. */
function restoreScroll(to: number): void {
  const end = performance.now() + PATIENCE_MS;
  let given = false;
  const giveUp = () => (given = true);
  const events = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;
  for (const event of events) addEventListener(event, giveUp, { once: true, passive: true });
  const step = () => {
    scrollTo(0, to);
    const there = Math.abs(scrollY - to) < 2;
    if (!there && !given && performance.now() < end) requestAnimationFrame(step);
    else for (const event of events) removeEventListener(event, giveUp);
  };
  step();
}
