/** The database on the device: IndexedDB through Dexie, every writing transaction with durability `strict`. */
import { Dexie, type Table as DexieTable, type Transaction } from 'dexie';
import { StoreFull, type Database, type Key, type Table, type Tables } from './database';
import type { Rows, TableName } from './rows';
import { STEPS, type TableShape } from './schema';

export interface DeviceDatabase extends Database {
  close: () => void;
  /** Tables of Dexie itself, for live queries. */
  dexie: Dexie;
}

/** Open (and step up) the database `name`. `factory` is for tests; on the device the browser's own. */
export function openDevice(
  name: string,
  factory?: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange },
): DeviceDatabase {
  const dexie = new Dexie(name, { chromeTransactionDurability: 'strict', ...factory });
  STEPS.forEach((step, i) => dexie.version(i + 1).stores(spelled(step)));
  return {
    dexie,
    close: () => dexie.close(),
    read: (names, work) => run(dexie, 'r', names, work),
    write: (names, work) => run(dexie, 'rw', names, work),
  };
}

function spelled(step: Record<TableName, TableShape>): Record<string, string> {
  const join = (columns: readonly string[]) =>
    columns.length > 1 ? `[${columns.join('+')}]` : String(columns[0]);
  return Object.fromEntries(
    Object.entries(step).map(([name, { key, indexes }]) => [name, [key, ...indexes].map(join).join(', ')]),
  );
}

async function run<N extends TableName, T>(
  dexie: Dexie,
  mode: 'r' | 'rw',
  names: readonly N[],
  work: (tables: Tables<N>) => Promise<T>,
): Promise<T> {
  try {
    return await dexie.transaction(mode, [...names], (transaction) => work(tablesOf(transaction, names)));
  } catch (error) {
    throw isFull(error) ? new StoreFull('no room on this device', { cause: error }) : error;
  }
}

function tablesOf<N extends TableName>(transaction: Transaction, names: readonly N[]): Tables<N> {
  return Object.fromEntries(
    names.map((name) => [name, wrap(transaction.table(name), name)]),
  ) as unknown as Tables<N>;
}

function wrap(table: DexieTable, name: TableName): Table<Rows[TableName]> {
  const index = (columns: string) => (columns.includes('+') ? `[${columns}]` : columns);
  const matching = (columns: string, value: Key) => table.where(index(columns)).equals(value);
  return {
    get: (key) => table.get(key as string),
    getAll: (keys) => table.bulkGet(keys as string[]),
    by: (columns, value) => matching(columns, value).toArray(),
    countBy: (columns, value) => matching(columns, value).count(),
    all: () => {
      if (name === 'photos') throw new Error('photos are never read all at once');
      return table.toArray();
    },
    put: async (row) => {
      await table.put(row);
    },
    putAll: async (rows) => {
      await table.bulkPut(rows);
    },
    delete: (key) => table.delete(key),
    deleteBy: async (columns, value) => {
      await matching(columns, value).delete();
    },
  };
}

/** Quota errors come plain, as the cause of an abort, or inside a bulk error. */
function isFull(error: unknown): boolean {
  const seen = new Set<unknown>();
  for (
    let one = error as Failure | undefined;
    one && !seen.has(one);
    one = one.inner ?? one.cause ?? one.failures?.[0]
  ) {
    if (one.name === 'QuotaExceededError') return true;
    seen.add(one);
  }
  return false;
}

interface Failure {
  name?: string;
  inner?: Failure;
  cause?: Failure;
  failures?: Failure[];
}
