/** A query that is asked again when what it read was changed, here or in another tab or worker. */
import type { Database } from '../store/database';
import { areOld, notingReads, type FollowedDatabase, type Notes } from '../store/followed';

/** What it reads, it reads from the database it is handed: that one notes it. */
export type Query<T> = (database: Database) => Promise<T>;

/**
 * Asks at once, and again after each write that made an answer old. Every answer is told, also one that was made old while it was
 * looked up: while much is written, as in a first pull, nothing would be shown otherwise. Gives a function to stop.
 */
export function follow<T>(
  store: FollowedDatabase,
  query: Query<T>,
  told: (value: T) => void,
  failed: (error: unknown) => void,
): () => void {
  let reads: Notes = new Set();
  /** Written since the present asking began; null while nothing is asked. */
  let meanwhile: Notes[] | null = null;
  let gone = false;

  const ask = async () => {
    const mine: Notes = new Set();
    meanwhile = [];
    try {
      const value = await query(notingReads(store, mine));
      if (!gone) told(value);
    } catch (error) {
      if (!gone) failed(error);
    }
    const written: Notes[] = meanwhile;
    meanwhile = null;
    reads = mine;
    // In a task of its own: what was told is drawn first.
    if (!gone && written.some((writes) => areOld(reads, writes))) setTimeout(() => again());
  };
  const again = () => {
    if (!gone && meanwhile === null) void ask();
  };
  const stop = store.onWritten((writes) => {
    if (meanwhile !== null) meanwhile.push(writes);
    else if (areOld(reads, writes)) again();
  });
  void ask();
  return () => {
    gone = true;
    stop();
  };
}
