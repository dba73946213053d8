/**
 * Which reads a write has made old: reads and writes are noted as short strings, and told between tabs and workers. A read
 * by an index notes the value it asked for and the key of each row it found, so that a row is missed neither when it comes
 * nor when it changes or goes.
 */
import type { Database, Key, Table, Tables } from './database';
import type { Rows, TableName } from './rows';
import { LATEST } from './schema';

/**
 * `<table>|<columns>|<value>`: rows with that value; `…|new`: such a row came; `<table>|any`: a row; `<table>|gone`: a row went.
 * `<table>` alone, of a write: everything of it.
 */
export type Notes = Set<string>;

export interface FollowedDatabase extends Database {
  /** Calls with the notes of each finished write, here or in another tab or worker; gives a function to stop. */
  onWritten: (listener: (writes: Notes) => void) => () => void;
}

/** More notes than this of one write are told as whole tables. */
const NOTES_AT_MOST = 2_000;

/** `channel`: the name under which writes are told to other tabs and workers; without it they are told here alone. */
export function followed(
  database: Database,
  channel?: string,
): FollowedDatabase & { /** No more is heard of others. */ stop: () => void } {
  const listeners = new Set<(writes: Notes) => void>();
  let others = channel === undefined ? null : new BroadcastChannel(channel);
  const hear = (writes: Notes) => listeners.forEach((listener) => listener(writes));
  others?.addEventListener('message', ({ data }: MessageEvent<Notes>) => hear(data));
  return {
    read: database.read,
    write: async (names, work) => {
      const writes: Notes = new Set();
      const value = await database.write(names, (tables) => work(noting(tables, names, writes, noteWrites)));
      if (writes.size > 0) {
        const told = writes.size > NOTES_AT_MOST ? new Set<string>(names) : writes;
        others?.postMessage(told);
        hear(told);
      }
      return value;
    },
    onWritten: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => {
      // A write that is under way is stored all the same.
      others?.close();
      others = null;
    },
  };
}

/** The same database, which notes in `reads` what is read. It may be read only. */
export function notingReads(database: Database, reads: Notes): Database {
  return {
    read: (names, work) => database.read(names, (tables) => work(noting(tables, names, reads, noteReads))),
    write: () => Promise.reject(new Error('what follows the store does not write to it')),
  };
}

/** Whether something that was read is no longer so. */
export function areOld(reads: Notes, writes: Notes): boolean {
  for (const note of writes) {
    if (reads.has(note)) return true;
    if (!note.includes('|') && [...reads].some((read) => read.startsWith(`${note}|`))) return true;
  }
  return false;
}

type R = Rows[TableName];
type Noter = (table: Table<R>, name: TableName, notes: Notes) => Table<R>;

function noting<N extends TableName>(
  tables: Tables<N>,
  names: readonly N[],
  notes: Notes,
  noter: Noter,
): Tables<N> {
  return Object.fromEntries(
    names.map((name) => [name, noter(tables[name] as unknown as Table<R>, name, notes)]),
  ) as unknown as Tables<N>;
}

/** The columns' note of a value as keys are given: a single column stands alone. */
const noteOf = (name: TableName, columns: string, value: unknown): string =>
  `${name}|${columns}|${JSON.stringify(Array.isArray(value) ? value : [value])}`;
const keyOf = (name: TableName): string => LATEST[name].key.join('+');
const valueIn = (row: R, columns: readonly string[]): unknown[] =>
  columns.map((column) => (row as unknown as Record<string, unknown>)[column]);

const noteReads: Noter = (table, name, notes) => {
  const noteKey = (key: Key) => void notes.add(noteOf(name, keyOf(name), key));
  const noteRows = (rows: readonly R[]) => {
    for (const row of rows) notes.add(noteOf(name, keyOf(name), valueIn(row, LATEST[name].key)));
  };
  return {
    ...table,
    get: (key) => {
      noteKey(key);
      return table.get(key);
    },
    getAll: (keys) => {
      keys.forEach(noteKey);
      return table.getAll(keys);
    },
    by: async (columns, value) => {
      notes.add(noteOf(name, columns, value));
      const rows = await table.by(columns, value);
      noteRows(rows);
      return rows;
    },
    countBy: (columns, value) => {
      notes.add(`${noteOf(name, columns, value)}|new`).add(`${name}|gone`);
      return table.countBy(columns, value);
    },
    all: () => {
      notes.add(`${name}|any`);
      return table.all();
    },
  };
};

const noteWrites: Noter = (table, name, notes) => {
  const { key, indexes } = LATEST[name];
  const noteRow = (row: R, isNew: boolean) => {
    notes.add(`${name}|any`);
    for (const columns of [key, ...indexes]) {
      const note = noteOf(name, columns.join('+'), valueIn(row, columns));
      notes.add(note);
      if (isNew) notes.add(`${note}|new`);
    }
  };
  return {
    ...table,
    put: async (row) => {
      const value = valueIn(row, key) as (string | number)[];
      const before = await table.countBy(keyOf(name), value.length > 1 ? value : (value[0] ?? ''));
      await table.put(row);
      noteRow(row, before === 0);
    },
    putAll: async (rows) => {
      await table.putAll(rows);
      for (const row of rows) noteRow(row, true);
    },
    delete: async (gone) => {
      await table.delete(gone);
      notes
        .add(noteOf(name, keyOf(name), gone))
        .add(`${name}|gone`)
        .add(`${name}|any`);
    },
    deleteBy: async (columns, value) => {
      await table.deleteBy(columns, value);
      notes.add(name);
    },
  };
};
