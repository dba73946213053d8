/** Operations grouped into the entities they fold to, each with the operations it was made of. */
import { grouped } from '../grouped';
import { kindOf, KindUnknown } from '../operations/kinds/registry';
import { show, type Shown } from '../operations/show';
import { familyOf, fold, type EntityState, type Seen } from '../operations/state';
import type { KnownOperation } from '../store/reading';
import type { OperationId, ScopeName, Uuid } from '../types/ids';

export interface Entity {
  scope: ScopeName;
  entity: Uuid;
  family: string;
  state: EntityState;
  /** By register name. */
  shown: Record<string, Shown>;
}

export interface Entities {
  all: Entity[];
  of: (family: string) => Entity[];
  operations: Map<OperationId, KnownOperation>;
}

/** Fold what may be folded; operations of a kind that this version does not know wait for an update, stored. */
export function entitiesOf(operations: readonly KnownOperation[]): Entities {
  const foldable = operations.filter((one) => knownFamily(one) !== null);
  const groups = grouped(foldable, (one) => `${one.scope}|${one.entity}|${familyOf(one)}`);
  const all = [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [entityOf(first, group)] : [];
  });
  return {
    all,
    of: (family) => all.filter((one) => one.family === family),
    operations: new Map(operations.map((one) => [one.id, one])),
  };
}

/** The operation that was seen under this id in a register. */
export function seenIn({ state }: Entity, register: string, id: OperationId): Seen | null {
  return state.registers[register]?.seen[id] ?? null;
}

/** What leads the first value of a register; null when nothing stands. */
export function firstSeen(entity: Entity, register = ''): Seen | null {
  const lead = entity.shown[register]?.values[0]?.lead;
  return lead === undefined ? null : seenIn(entity, register, lead);
}

function entityOf(first: KnownOperation, group: readonly KnownOperation[]): Entity {
  const state = fold(group);
  const shown = Object.fromEntries(
    Object.entries(state.registers).map(([name, register]) => [name, show(register, state.marks)]),
  );
  return { scope: first.scope, entity: first.entity, family: familyOf(first), state, shown };
}

function knownFamily(operation: KnownOperation): string | null {
  try {
    kindOf(operation.kind);
    return familyOf(operation);
  } catch (error) {
    if (error instanceof KindUnknown) return null;
    throw error;
  }
}
