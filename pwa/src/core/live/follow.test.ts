import { afterEach, describe, expect, it, vi } from 'vitest';
import { openFake } from '../testing/databases';
import { IDBFactory } from 'fake-indexeddb';
import { openDevice } from '../store/indexed';
import { followed, type FollowedDatabase } from '../store/followed';
import { openMemory } from '../store/memory';
import type { DraftRow, OwnRow } from '../store/rows';
import { follow } from './follow';

const draft = (key: string, dossier = 'd', at = 1): DraftRow => ({
  part: 'p',
  key,
  dossier,
  at,
  body: { form: 'plain', json: '{}' },
});
const own = (id: string, state: OwnRow['state'], dossier = 'd') =>
  ({ id, part: 'p', state, dossier }) as OwnRow;

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

const OPEN: [string, () => FollowedDatabase][] = [
  ['memory', () => followed(openMemory())],
  ['IndexedDB', () => openFake()],
];

describe.each(OPEN)('over %s', (_, open) => {
  /** What is told of ids of own operations in a state. */
  function followFrozen(store: FollowedDatabase): string[][] {
    const told: string[][] = [];
    const query = async (database: Pick<FollowedDatabase, 'read'>) => {
      const rows = await database.read(['own'], (tables) => tables.own.by('state', 'frozen'));
      return rows.map(({ id }) => id).sort();
    };
    stops.push(follow(store, query, (ids) => told.push(ids), raise));
    return told;
  }

  it('tells a row that comes, one that moves to another value, and one that goes', async () => {
    const store = open();
    const told = followFrozen(store);
    await vi.waitFor(() => expect(told).toEqual([[]]));
    await store.write(['own'], (tables) => tables.own.putAll([own('a', 'frozen'), own('b', 'frozen')]));
    await vi.waitFor(() => expect(told.at(-1)).toEqual(['a', 'b']));
    await store.write(['own'], (tables) => tables.own.put(own('a', 'sealed')));
    await vi.waitFor(() => expect(told.at(-1)).toEqual(['b']));
    await store.write(['own'], (tables) => tables.own.delete('b'));
    await vi.waitFor(() => expect(told.at(-1)).toEqual([]));
    await store.write(['own'], (tables) => tables.own.put(own('c', 'frozen')));
    await vi.waitFor(() => expect(told.at(-1)).toEqual(['c']));
    await store.write(['own'], (tables) => tables.own.deleteBy('part+dossier', ['p', 'd']));
    await vi.waitFor(() => expect(told.at(-1)).toEqual([]));
  });

  it('is not asked again for what it did not read', async () => {
    const store = open();
    const query = vi.fn(async (database: Pick<FollowedDatabase, 'read'>) =>
      database.read(['drafts'], async ({ drafts }) => ({
        one: await drafts.get(['p', 'a']),
        visit: await drafts.by('part+dossier', ['p', 'd']),
        all: await drafts.countBy('part', 'p'),
      })),
    );
    const told: unknown[] = [];
    await store.write(['drafts'], ({ drafts }) => drafts.put(draft('x', 'other')));
    stops.push(follow(store, query, (value) => told.push(value), raise));
    await vi.waitFor(() => expect(told).toHaveLength(1));
    await store.write(['own'], (tables) => tables.own.put(own('a', 'frozen')));
    await store.write(['drafts'], ({ drafts }) => drafts.put(draft('x', 'other', 2)));
    await rest();
    expect(query).toHaveBeenCalledTimes(1);
    await store.write(['drafts'], ({ drafts }) => drafts.put(draft('y', 'other')));
    await vi.waitFor(() => expect(query).toHaveBeenCalledTimes(2));
    await rest();
    await store.write(['drafts'], ({ drafts }) => drafts.delete(['p', 'y']));
    await vi.waitFor(() => expect(query).toHaveBeenCalledTimes(3));
  });

  it('misses nothing that is written while it asks, and tells what it has meanwhile', async () => {
    const store = open();
    const told: number[] = [];
    let held: (() => void) | null = null;
    const query = async (database: Pick<FollowedDatabase, 'read'>) => {
      const rows = await database.read(['own'], (tables) => tables.own.by('part', 'p'));
      if (told.length === 0) await new Promise<void>((resolve) => (held = resolve));
      return rows.length;
    };
    stops.push(follow(store, query, (count) => told.push(count), raise));
    await vi.waitFor(() => expect(held).not.toBeNull());
    await store.write(['own'], (tables) => tables.own.put(own('a', 'frozen')));
    held!();
    await vi.waitFor(() => expect(told).toEqual([0, 1]));
  });

  it('goes on after a query that failed', async () => {
    const store = open();
    const told: number[] = [];
    const errors: unknown[] = [];
    const query = async (database: Pick<FollowedDatabase, 'read'>) => {
      const rows = await database.read(['own'], (tables) => tables.own.by('part', 'p'));
      if (rows.length === 0) throw new Error('none');
      return rows.length;
    };
    stops.push(
      follow(
        store,
        query,
        (count) => told.push(count),
        (error) => errors.push(error),
      ),
    );
    await vi.waitFor(() => expect(errors).toHaveLength(1));
    await store.write(['own'], (tables) => tables.own.put(own('a', 'frozen')));
    await vi.waitFor(() => expect(told).toEqual([1]));
  });

  it('a write that failed tells nothing, and who stopped is told nothing', async () => {
    const store = open();
    const told = followFrozen(store);
    await vi.waitFor(() => expect(told).toHaveLength(1));
    const failing = store.write(['own'], async (tables) => {
      await tables.own.put(own('a', 'frozen'));
      throw new Error('the power went');
    });
    await expect(failing).rejects.toThrow('the power went');
    await rest();
    expect(told).toHaveLength(1);
    stops.splice(0).forEach((stop) => stop());
    await store.write(['own'], (tables) => tables.own.put(own('b', 'frozen')));
    await rest();
    expect(told).toHaveLength(1);
  });
});

it('hears of what another tab or worker writes, also of more than is told one by one', async () => {
  const factory = new IDBFactory();
  const [page, worker] = [openDevice('shared', factory), openDevice('shared', factory)];
  stops.push(page.close, worker.close);
  const told: number[] = [];
  const count = async (database: Pick<FollowedDatabase, 'read'>) => {
    const rows = await database.read(['own'], (tables) => tables.own.by('part+dossier', ['p', 'd']));
    return rows.length;
  };
  stops.push(follow(page, count, (found) => told.push(found), raise));
  await vi.waitFor(() => expect(told).toEqual([0]));
  await worker.write(['own'], (tables) => tables.own.put(own('a', 'frozen')));
  await vi.waitFor(() => expect(told).toEqual([0, 1]));
  const many = Array.from({ length: 1_500 }, (_, i) => own(`m${i}`, 'frozen', `d${i}`));
  await worker.write(['own'], (tables) => tables.own.putAll([...many, own('b', 'frozen')]));
  await vi.waitFor(() => expect(told.at(-1)).toBe(2));
});

function raise(error: unknown): void {
  throw error;
}

/** Long enough for whatever would be asked again by mistake. */
const rest = () => new Promise((resolve) => setTimeout(resolve, 30));
