/** Stored operations as the fold takes them. Texts are immutable, so what was read once is kept in memory. */
import { readOperation, type OperationTexts } from '../operations/operation';
import type { Folding } from '../operations/state';
import { TextRefused } from '../operations/texts';
import type { OperationId, Uuid } from '../types/ids';
import type { HeldRow, OwnRow } from './rows';
import { open } from './sealing';

export interface HeldBody extends OperationTexts {
  member: Uuid;
  agency: Uuid;
}

/** An operation with its author and the rows it was found in. */
export interface KnownOperation extends Folding {
  member: Uuid;
  scope: string;
  own: OwnRow | null;
  held: HeldRow | null;
}

type Read = Folding & { member: Uuid };
const known = new Map<string, Read>();
const KNOWN_AT_MOST = 20_000;

export const memberOf = (part: string): Uuid => part.split('|')[0] ?? '';
export const agencyOf = (part: string): Uuid => part.split('|')[1] ?? '';

/** Whether an own operation takes part in what is shown: not while it is set aside. */
export function isFolded(row: OwnRow): boolean {
  return row.fate !== 'quarantined' || row.released !== null;
}

/**
 * Own and received operations as one list, each once; what the server holds of a text is newer (it may be erased). Rows that
 * did not verify are left out. Throws nothing: a row of an unknown version or kind is left out too, and stays stored.
 */
export async function knownOperations(
  own: readonly OwnRow[],
  held: readonly HeldRow[],
): Promise<KnownOperation[]> {
  const found = new Map<OperationId, KnownOperation>();
  for (const row of own) {
    const read = await readOnce(`own|${row.id}|${row.bytes}`, async () => ({
      ...(await open<OperationTexts>(row.body)),
      member: memberOf(row.part),
      agency: agencyOf(row.part),
    }));
    if (read) found.set(row.id, { ...read, scope: row.scope, own: row, held: null });
  }
  for (const row of held) {
    if (row.bad !== null) continue;
    const read = await readOnce(`${row.part}|${row.scope}|${row.id}|${row.n}`, () =>
      open<HeldBody>(row.body),
    );
    if (read)
      found.set(row.id, { ...read, scope: row.scope, own: found.get(row.id)?.own ?? null, held: row });
  }
  return [...found.values()];
}

async function readOnce(key: string, load: () => Promise<HeldBody>): Promise<Read | null> {
  const before = known.get(key);
  if (before) return before;
  const { head, fields, member, agency } = await load();
  try {
    const read = { ...readOperation({ head, fields }), member, agency };
    if (known.size >= KNOWN_AT_MOST) known.clear();
    known.set(key, read);
    return read;
  } catch (error) {
    if (error instanceof TextRefused) return null;
    throw error;
  }
}
