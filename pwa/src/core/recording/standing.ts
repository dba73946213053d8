/** What stands on this device in the register that something is about to be written to. */
import { kindOf } from '../operations/kinds/registry';
import { show, type Shown } from '../operations/show';
import { familyOf, fold, type RegisterState, type Seen } from '../operations/state';
import { isFolded, knownOperations } from '../store/reading';
import type { OwnRow } from '../store/rows';
import type { Device } from './device';
import type { Author, Placed } from './operations';

export interface Standing {
  register: RegisterState;
  shown: Shown;
}

/** `coming`: own operations that are about to be stored in the same transaction. Null when the register was never written. */
export async function standing(
  device: Device,
  author: Author,
  placed: Placed,
  coming: readonly OwnRow[],
): Promise<Standing | null> {
  const { register: nameOf, family } = kindOf(placed.kind);
  if (nameOf === null) return null;
  const key = [author.part, placed.entity] as const;
  const { own, held } = await device.database.read(['own', 'held'], async (tables) => ({
    own: await tables.own.by('part+entity', key),
    held: await tables.held.by('part+entity', key),
  }));
  const aside = new Set(own.filter((row) => !isFolded(row)).map(({ id }) => id));
  const all = await knownOperations(
    [...own, ...coming.filter(({ entity }) => entity === placed.entity)],
    held,
  );
  const here = all.filter(
    (one) => one.scope === placed.scope && !aside.has(one.id) && familyOf(one) === family,
  );
  const { registers, marks } = fold(here);
  const register = registers[nameOf(author.agency, placed.values)];
  return register === undefined ? null : { register, shown: show(register, marks) };
}

/** The one value that stands; null when there is none, or more than one. */
export function onlyValue({ register, shown }: Standing): Seen | null {
  const [first, ...more] = shown.values;
  return first !== undefined && more.length === 0 ? (register.seen[first.lead] ?? null) : null;
}
