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
  const rowsOf = (name: TableName): Kept => {
    const rows = kept.get(name) ?? new Map<string, unknown>();
    kept.set(name, rows);
    return rows;
  };

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
      const undo: (() => void)[] = [];
      const tables = Object.fromEntries(
        names.map((name) => [name, table(rowsOf(name), LATEST[name], writes ? undo : null)]),
      ) as unknown as Tables<N>;
      try {
        return await work(tables);
      } catch (error) {
        for (const step of undo.reverse()) step();
        throw error;
      }
    });
  }

  return {
    read: (names, work) => run(names, work, false),
    write: (names, work) => run(names, work, true),
    copy: () => openMemory(new Map([...kept].map(([name, rows]) => [name, new Map(rows)])), before),
  };
}

/** `undo` takes the steps that bring back what was; null where nothing may be written. */
function table(rows: Kept, shape: TableShape, undo: (() => void)[] | null): Table<Rows[TableName]> {
  type R = Rows[TableName];
  const spell = (key: Key) => JSON.stringify(Array.isArray(key) ? key : [key]);
  const columnsOf = (row: R, columns: readonly string[]) =>
    JSON.stringify(columns.map((column) => (row as unknown as Record<string, unknown>)[column]));
  const matching = (columns: string, value: Key) => {
    const names = columns.split('+');
    if (![shape.key, ...shape.indexes].some((index) => index.join('+') === columns))
      throw new Error(`no index ${columns}`);
    return [...rows].filter(([, row]) => columnsOf(row as R, names) === spell(value));
  };
  const change = (work: () => void): Promise<void> => {
    if (undo === null) return Promise.reject(new Error('a read transaction does not write'));
    work();
    return Promise.resolve();
  };
  const give = <T>(value: T): Promise<T> => Promise.resolve(structuredClone(value));
  const put = (row: R) => {
    const key = columnsOf(row, shape.key);
    remember(key);
    rows.set(key, structuredClone(row));
  };
  const drop = (key: string) => {
    remember(key);
    rows.delete(key);
  };
  const remember = (key: string) => {
    const was = rows.get(key);
    undo?.push(() => (was === undefined ? rows.delete(key) : rows.set(key, was)));
  };
  return {
    get: (key) => give(rows.get(spell(key)) as R | undefined),
    getAll: (keys) => give(keys.map((key) => rows.get(spell(key)) as R | undefined)),
    by: async (columns, value) => give(matching(columns, value).map(([, row]) => row as R)),
    countBy: async (columns, value) => give(matching(columns, value).length),
    all: () => give([...rows.values()] as R[]),
    put: (row) => change(() => put(row)),
    putAll: (some) => change(() => some.forEach(put)),
    delete: (key) => change(() => drop(spell(key))),
    deleteBy: (columns, value) => change(() => matching(columns, value).forEach(([key]) => drop(key))),
  };
}
