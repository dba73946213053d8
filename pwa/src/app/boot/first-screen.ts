/** What waits until the first screen shows what it is about: on a slow device all else would hold that up. */
const LATEST_MS = 5_000;

let shown: () => void = () => undefined;

/** Resolves once; also when a screen never tells, for what waits is needed all the same. */
export const firstScreen = new Promise<void>((resolve) => {
  shown = resolve;
  setTimeout(resolve, LATEST_MS);
});

export function tellShown(): void {
  // After the frame in which it is drawn.
  requestAnimationFrame(() => setTimeout(shown));
}
