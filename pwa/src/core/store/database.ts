/** The few things the core asks of a database; IndexedDB on the device, memory in tests, one contract suite for both. */
import type { Rows, TableName } from './rows';

/** Value of a key or index: its columns in the order of the schema; a single column stands alone. */
export type Key = string | number | readonly (string | number)[];

export interface Table<R> {
  get: (key: Key) => Promise<R | undefined>;
  getAll: (keys: readonly Key[]) => Promise<(R | undefined)[]>;
  /** Rows whose index or whole key equals; `columns` joined by `+`, as in `part+dossier`. */
  by: (columns: string, value: Key) => Promise<R[]>;
  /** What is counted by never changes within a row: whoever follows a count hears of rows that come and go. */
  countBy: (columns: string, value: Key) => Promise<number>;
  /** Every row; refused for photos. */
  all: () => Promise<R[]>;
  put: (row: R) => Promise<void>;
  putAll: (rows: readonly R[]) => Promise<void>;
  delete: (key: Key) => Promise<void>;
  deleteBy: (columns: string, value: Key) => Promise<void>;
}

export type Tables<N extends TableName> = { [K in N]: Table<Rows[K]> };

/**
 * Transactions over named tables. `write` resolves when the transaction is complete and durable (strict), or rejects with
 * nothing written. `work` may await the tables and nothing else: no network, no WebCrypto, no timer.
 * Rejects with StoreFull when the device has no room.
 */
export interface Database {
  read: <N extends TableName, T>(names: readonly N[], work: (tables: Tables<N>) => Promise<T>) => Promise<T>;
  write: <N extends TableName, T>(names: readonly N[], work: (tables: Tables<N>) => Promise<T>) => Promise<T>;
}

/** The device has no room: nothing was written, nothing that was kept is gone. */
export class StoreFull extends Error {}
