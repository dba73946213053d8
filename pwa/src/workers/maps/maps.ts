/** The worker that keeps the archives of the map: one at a time, behind a lock, trying again when there is network. */
import { Broken, forget, keep, keptOf, type Shelf, type Source } from '$core/maps/keep';
import type { ArchiveInfo, MapName, MapProblem, MapsState, WantedMaps } from '$core/maps/types';
import { openShelf } from './shelf';

const LOCK = 'glashelder-maps';
const AGAIN_MS = 30_000;

let wanted: WantedMaps | null = null;
let working = false;
let again: ReturnType<typeof setTimeout> | undefined;

self.addEventListener('message', ({ data }: MessageEvent<WantedMaps>) => {
  wanted = data;
  void begin();
});
self.addEventListener('online', () => void begin());

async function begin(): Promise<void> {
  if (working) return;
  working = true;
  clearTimeout(again);
  try {
    await navigator.locks.request(LOCK, work);
  } finally {
    working = false;
  }
}

async function work(): Promise<void> {
  const shelf = await openShelf();
  const tell = async (state: Partial<MapsState>) => {
    const kept = keptOf(await shelf.list());
    self.postMessage({ kept, coming: null, problem: null, ...state } satisfies MapsState);
  };
  await tell({});
  for (let done: WantedMaps | null = null; wanted !== null && done !== wanted;) {
    done = wanted;
    try {
      await leave(done, shelf);
      for (const name of done.names)
        await keep(
          name,
          shelf,
          sourceFor(done.person),
          (now, of) => void tell({ coming: { name, done: now, of } }),
        );
      await tell({});
    } catch (error) {
      await tell({ problem: problemOf(error) });
      again = setTimeout(() => void begin(), AGAIN_MS);
      return;
    }
  }
}

/** Packs of actions that this person no longer goes to say where others go: they are not kept. */
async function leave({ names }: WantedMaps, shelf: Shelf): Promise<void> {
  for (const { name } of keptOf(await shelf.list())) if (!names.includes(name)) await forget(name, shelf);
}

function problemOf(error: unknown): MapProblem {
  if (error instanceof Broken) return 'broken';
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'offline';
}

function sourceFor(person: string): Source {
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(`/api/v1${path}`, {
      headers: { 'X-Requested-With': 'glashelder', 'X-Glashelder-Person': person, ...headers },
      cache: 'no-store',
    });
  return {
    info: async (name) => {
      const answer = await ask(pathOf(name));
      if (answer.status === 404) return null;
      if (!answer.ok) throw new Error(`${String(answer.status)} for ${pathOf(name)}`);
      return (await answer.json()) as ArchiveInfo;
    },
    part: async (name, first, sha256) => {
      const answer = await ask(`${pathOf(name)}/file`, {
        Range: `bytes=${String(first)}-`,
        'If-Range': `"${sha256}"`,
      });
      if (answer.status !== 206) throw new Error(`${String(answer.status)} for a part of ${pathOf(name)}`);
      return new Uint8Array(await answer.arrayBuffer());
    },
  };
}

const pathOf = (name: MapName) =>
  name === 'base' ? '/maps/base' : `/control-actions/${name.slice('pack-'.length)}/map-pack`;
