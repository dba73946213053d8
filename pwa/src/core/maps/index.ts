/** The archives of the map, for screens: what is wanted goes to the worker, what is here comes back. */
import type { MapsState, WantedMaps } from './types';

export { openMap } from './files';
export type * from './types';

let worker: Worker | null = null;
let asked = '';
let state: MapsState | null = null;
const listeners = new Set<(state: MapsState) => void>();

/** Keep these archives and no others; what is not here yet is fetched. */
export function keepMaps(wanted: WantedMaps): void {
  const told = JSON.stringify(wanted);
  if (told === asked) return;
  asked = told;
  worker ??= begin();
  worker.postMessage(wanted);
}

/** Calls with the present state and each later one; gives a function to stop. */
export function followMaps(listener: (state: MapsState) => void): () => void {
  listeners.add(listener);
  if (state !== null) listener(state);
  return () => listeners.delete(listener);
}

function begin(): Worker {
  const made = new Worker(new URL('../../workers/maps/maps.ts', import.meta.url), { type: 'module' });
  made.addEventListener('message', ({ data }: MessageEvent<MapsState>) => {
    state = data;
    listeners.forEach((listener) => listener(data));
  });
  return made;
}
