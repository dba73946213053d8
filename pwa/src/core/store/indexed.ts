/** The database on the device: IndexedDB as the browser has it, every writing transaction with durability `strict`. */
import { StoreFull, type Database, type Key, type Table, type Tables } from './database';
import { followed, type FollowedDatabase } from './followed';
import type { Rows, TableName } from './rows';
import { LATEST, STEPS, type TableShape } from './schema';

export interface DeviceDatabase extends FollowedDatabase {
  /** Resolves once it is open and stepped up; everything else opens it by itself. */
  open: () => Promise<void>;
  close: () => void;
}

/** The database `name`, opened (and stepped up) at first use. `factory` is for tests; on the device the browser's own. */
export function openDevice(name: string, factory: IDBFactory = indexedDB): DeviceDatabase {
  const connection = connectionTo(name, factory);
  const device: Database = {
    read: (names, work) => run(connection, 'readonly', names, work),
    write: (names, work) => run(connection, 'readwrite', names, work),
  };
  const { stop, ...database } = followed(device, `${name}-written`);
  return {
    ...database,
    open: async () => {
      await connection.get();
    },
    close: () => {
      stop();
      connection.close();
    },
  };
}

interface Connection {
  get: () => Promise<IDBDatabase>;
  /** The next `get` opens anew. */
  forget: () => void;
  close: () => void;
}

/** One connection, opened again when the browser took it away, as some do with a page long out of sight. */
function connectionTo(name: string, factory: IDBFactory): Connection {
  let opening: Promise<IDBDatabase> | null = null;
  const forget = () => (opening = null);
  const begin = async (): Promise<IDBDatabase> => {
    try {
      const database = await connect(name, factory, STEPS.length);
      database.onclose = forget;
      database.onversionchange = () => {
        forget();
        database.close();
      };
      return database;
    } catch (error) {
      forget();
      throw error;
    }
  };
  return {
    get: () => (opening ??= begin()),
    forget,
    close: () => {
      void opening?.then((database) => database.close());
      forget();
    },
  };
}

async function connect(name: string, factory: IDBFactory, version?: number): Promise<IDBDatabase> {
  const opening = factory.open(name, version);
  opening.onupgradeneeded = () => stepUp(opening.result, opening.transaction);
  return result(opening).catch((error: unknown) => {
    // A newer app was here: what it added is not in this one's way.
    if (isNamed(error, 'VersionError') && version !== undefined) return connect(name, factory);
    throw error;
  });
}

/** Adds what the latest shape has and the database has not; nothing is ever taken away. */
function stepUp(database: IDBDatabase, upgrade: IDBTransaction | null): void {
  for (const [name, { key, indexes }] of Object.entries<TableShape>(LATEST)) {
    const table = database.objectStoreNames.contains(name)
      ? upgrade?.objectStore(name)
      : database.createObjectStore(name, { keyPath: pathOf(key) });
    for (const columns of indexes)
      if (table && !table.indexNames.contains(columns.join('+')))
        table.createIndex(columns.join('+'), pathOf(columns));
  }
}

const pathOf = (columns: readonly string[]): string | string[] =>
  columns.length > 1 ? [...columns] : String(columns[0]);

async function run<N extends TableName, T>(
  connection: Connection,
  mode: 'readonly' | 'readwrite',
  names: readonly N[],
  work: (tables: Tables<N>) => Promise<T>,
): Promise<T> {
  const transaction = await begin(connection, mode, names);
  const done = completed(transaction);
  try {
    const value = await work(tablesOf(transaction, names));
    await done;
    return value;
  } catch (error) {
    abort(transaction);
    await done.catch(() => undefined);
    // What a request failed of says more than that the transaction was aborted.
    const cause = transaction.error ?? error;
    throw isNamed(cause, 'QuotaExceededError') ? new StoreFull('no room on this device', { cause }) : cause;
  }
}

async function begin(
  connection: Connection,
  mode: 'readonly' | 'readwrite',
  names: readonly string[],
): Promise<IDBTransaction> {
  const on = (database: IDBDatabase) => database.transaction([...names], mode, { durability: 'strict' });
  try {
    return on(await connection.get());
  } catch (error) {
    if (!isNamed(error, 'InvalidStateError')) throw error;
    connection.forget();
    return on(await connection.get());
  }
}

function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was aborted'));
  });
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It was over already.
  }
}

function tablesOf<N extends TableName>(transaction: IDBTransaction, names: readonly N[]): Tables<N> {
  return Object.fromEntries(
    names.map((name) => [name, wrap(transaction.objectStore(name), name)]),
  ) as unknown as Tables<N>;
}

function wrap(table: IDBObjectStore, name: TableName): Table<Rows[TableName]> {
  type R = Rows[TableName];
  const matching = (columns: string) =>
    columns === LATEST[name].key.join('+') ? table : table.index(columns);
  return {
    get: (key) => result(table.get(valid(key)) as IDBRequest<R | undefined>),
    getAll: (keys) =>
      Promise.all(keys.map((key) => result(table.get(valid(key)) as IDBRequest<R | undefined>))),
    by: async (columns, value) => result(matching(columns).getAll(valid(value)) as IDBRequest<R[]>),
    countBy: async (columns, value) => result(matching(columns).count(valid(value))),
    all: async () => {
      if (name === 'photos') throw new Error('photos are never read all at once');
      return result(table.getAll() as IDBRequest<R[]>);
    },
    put: async (row) => {
      await result(table.put(row));
    },
    putAll: (rows) => all(rows.map((row) => table.put(row))),
    delete: (key) => result(table.delete(valid(key))),
    deleteBy: async (columns, value) => {
      const keys = await result(matching(columns).getAllKeys(valid(value)));
      await all(keys.map((key) => table.delete(key)));
    },
  };
}

const valid = (key: Key) => key as IDBValidKey;

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the request failed'));
  });
}

/** Requests of a transaction come about in order, and the first that fails takes the later ones with it. */
async function all(requests: readonly IDBRequest[]): Promise<void> {
  const last = requests.at(-1);
  if (last !== undefined) await result(last);
}

const isNamed = (error: unknown, name: string): boolean =>
  error !== null && typeof error === 'object' && 'name' in error && error.name === name;
