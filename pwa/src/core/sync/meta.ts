/** The engine's few values in the store. */
import { StoreFull, type Database } from '../store/database';
import type { MetaValues } from '../store/rows';

export async function readMeta<K extends keyof MetaValues>(
  store: Database,
  key: K,
): Promise<MetaValues[K] | undefined> {
  return store.read(['meta'], async ({ meta }) => (await meta.get(key))?.value as MetaValues[K] | undefined);
}

export function writeMeta<K extends keyof MetaValues>(
  store: Database,
  key: K,
  value: MetaValues[K],
): Promise<void> {
  return store.write(['meta'], ({ meta }) => meta.put({ key, value }));
}

/** What is only told or remembered for convenience: a device too full to note it goes on with its work. */
export async function noteMeta<K extends keyof MetaValues>(
  store: Database,
  key: K,
  value: MetaValues[K],
): Promise<void> {
  await unlessFull(writeMeta(store, key, value));
}

async function unlessFull(written: Promise<void>): Promise<void> {
  try {
    await written;
  } catch (error) {
    if (!(error instanceof StoreFull)) throw error;
  }
}

const IDLE: MetaValues['engine'] = {
  running: false,
  phase: null,
  nextTry: null,
  problem: null,
};

/** Change what is told of the engine; the rest stays. */
export async function tellEngine(store: Database, change: Partial<MetaValues['engine']>): Promise<void> {
  const told = store.write(['meta'], async ({ meta }) => {
    const before = ((await meta.get('engine'))?.value as MetaValues['engine'] | undefined) ?? IDLE;
    await meta.put({ key: 'engine', value: { ...before, ...change } });
  });
  await unlessFull(told);
}
