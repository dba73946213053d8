/** The database in memory, for tests with virtual time: transactions one after another, all or nothing. */
import type { Database, Key, Table, Tables } from './database';
import type { Rows, TableName } from './rows';
import { LATEST, type TableShape } from './schema';

type Kept = Map<string, unknown>;

export interface MemoryDatabase extends Database {
  /** What a crash leaves: a database of its own with all that was committed. */
  copy: () => MemoryDatabase;
}

export function openMemory(
  kept: Map<TableName, Kept> = new Map(),
  before?: (names: readonly TableName[]) => void,
): MemoryDatabase {
  let last: Promise<unknown> = Promise.resolve();
  const rowsOf = (name: TableName): Kept => kept.get(name) ?? new Map<string, unknown>();

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  }

  function run<N extends TableName, T>(
    names: readonly N[],
    work: (tables: Tables<N>) => Promise<T>,
    writes: boolean,
  ): Promise<T> {
    return inTurn(async () => {
      if (writes) before?.(names);
      const drafts = new Map<TableName, Kept>(names.map((name) => [name, new Map(rowsOf(name))]));
      const tables = Object.fromEntries(
        names.map((name) => [
          name,
          table(drafts.get(name) ?? new Map<string, unknown>(), LATEST[name], writes),
        ]),
      ) as unknown as Tables<N>;
      const result = await work(tables);
      if (writes) for (const [name, rows] of drafts) kept.set(name, rows);
      return result;
    });
  }

  return {
    read: (names, work) => run(names, work, false),
    write: (names, work) => run(names, work, true),
    copy: () => openMemory(new Map([...kept].map(([name, rows]) => [name, new Map(rows)])), before),
  };
}

function table(rows: Kept, shape: TableShape, writes: boolean): Table<Rows[TableName]> {
  type R = Rows[TableName];
  const spell = (key: Key) => JSON.stringify(Array.isArray(key) ? key : [key]);
  const columnsOf = (row: R, columns: readonly string[]) =>
    JSON.stringify(columns.map((column) => (row as unknown as Record<string, unknown>)[column]));
  const matching = (columns: string, value: Key) => {
    const names = columns.split('+');
    if (!shape.indexes.some((index) => index.join('+') === columns)) throw new Error(`no index ${columns}`);
    return [...rows].filter(([, row]) => columnsOf(row as R, names) === spell(value));
  };
  const change = (work: () => void): Promise<void> => {
    if (!writes) return Promise.reject(new Error('a read transaction does not write'));
    work();
    return Promise.resolve();
  };
  const give = <T>(value: T): Promise<T> => Promise.resolve(structuredClone(value));
  const put = (row: R) => rows.set(columnsOf(row, shape.key), structuredClone(row));
  return {
    get: (key) => give(rows.get(spell(key)) as R | undefined),
    getAll: (keys) => give(keys.map((key) => rows.get(spell(key)) as R | undefined)),
    by: async (columns, value) => give(matching(columns, value).map(([, row]) => row as R)),
    countBy: async (columns, value) => give(matching(columns, value).length),
    all: () => give([...rows.values()] as R[]),
    put: (row) => change(() => put(row)),
    putAll: (some) => change(() => some.forEach(put)),
    delete: (key) => change(() => rows.delete(spell(key))),
    deleteBy: (columns, value) => change(() => matching(columns, value).forEach(([key]) => rows.delete(key))),
  };
}
