/**
 * The last answers of the server about the inbox, so that a desk without network still reads them for a day. They stand
 * among the documents of this person, under a name that no scope has; a newer answer takes the place of an older one.
 */
import { writeInstant } from '../operations/instants';
import type { Database } from '../store/database';
import { open, seal } from '../store/sealing';
import type { Instant } from '../types/ids';

export const KEPT_FOR_MS = 24 * 3_600_000;
const SCOPE = 'kept:inbox';

/** Something kept, and when the server said it, by this device's clock. */
export interface Kept<T> {
  value: T;
  at: Instant;
}

export async function keep(db: Database, part: string, key: string, value: unknown, now: number) {
  const body = await seal({ value, at: writeInstant(now) });
  const row = { part, scope: SCOPE, id: key, type: SCOPE, version: 1, n: now, aside: 0 as const, body };
  await db.write(['documents'], ({ documents }) => documents.put(row));
}

/** Null: nothing was kept, or it is more than a day old. */
export async function kept<T>(db: Database, part: string, key: string, now: number): Promise<Kept<T> | null> {
  const row = await db.read(['documents'], ({ documents }) => documents.get([part, SCOPE, key]));
  if (row === undefined || now - row.n > KEPT_FOR_MS) return null;
  return open<Kept<T>>(row.body);
}
