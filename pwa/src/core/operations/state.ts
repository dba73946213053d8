/**
 * The state of one entity in one scope: registers and marks (docs/format.md § 5). It only ever grows, and by sets alone, so
 * the order in which operations arrive cannot matter. The twin of server/operations/state.py and fold.py.
 */
import type { Instant, OperationId, Uuid } from '../types/ids';
import { kindOf, markedKind } from './kinds/registry';
import type { ReadOperation } from './operation';

/** An operation as a register keeps it. */
export interface Seen {
  kind: string;
  at: Instant;
  /** In ms; 0 for an operation without one. */
  offset: number;
  signer: Uuid;
  agency: Uuid;
  fields: Record<string, unknown>;
  erased?: number;
  /** Of a resolution: what it replaces while something that it keeps counts (`show`). */
  base?: OperationId[];
}

export interface RegisterState {
  seen: Record<OperationId, Seen>;
  /** Ids that any base but a resolution's names, sorted. */
  replaced: OperationId[];
}

/** A withdrawal of one operation; `by` is the withdrawing one. */
export interface Mark {
  by: OperationId;
  agency: Uuid;
  signer: Uuid;
  at: Instant;
  offset: number;
  reason: string | null;
  lost?: boolean;
}

export interface EntityState {
  registers: Record<string, RegisterState>;
  /** By the id of what they withdraw; each list sorted by `by`. */
  marks: Record<OperationId, Mark[]>;
}

/** An operation with the agency of its signer, which the signer's text tells. */
export type Folding = ReadOperation & { agency: Uuid };

export const emptyState = (): EntityState => ({ registers: {}, marks: {} });

/** The state with `operations` of one entity folded in; one twice changes nothing. Throws KindUnknown. */
export function fold(operations: Iterable<Folding>, before: EntityState = emptyState()): EntityState {
  const after = copy(before);
  for (const operation of operations) {
    const { register } = kindOf(operation.kind);
    if (register === null) mark(after, operation);
    else put(after, register(operation.agency, operation.values), operation);
  }
  for (const register of Object.values(after.registers))
    register.replaced = [...new Set(register.replaced)].sort();
  for (const marks of Object.values(after.marks)) marks.sort((one, other) => (one.by < other.by ? -1 : 1));
  return after;
}

/** The family whose state an operation touches: for a withdrawal that of the kind it marks. Throws KindUnknown. */
export function familyOf({ kind, values }: ReadOperation): string {
  const found = kindOf(kind);
  return (found.register === null ? markedKind(values) : found).family;
}

function put(state: EntityState, name: string, operation: Folding): void {
  const register = (state.registers[name] ??= { seen: {}, replaced: [] });
  register.seen[operation.id] = seenOf(operation);
  if (!isResolution(operation.kind, operation.values)) register.replaced.push(...operation.base);
}

function mark(state: EntityState, operation: Folding): void {
  const { id, at, offset, signer, agency, values } = operation;
  const marks = (state.marks[values.id as OperationId] ??= []);
  if (marks.some(({ by }) => by === id)) return;
  const reason = typeof values.reason === 'string' ? values.reason : null;
  const added: Mark = { by: id, agency, signer, at, offset: offset ?? 0, reason };
  marks.push(values.lost === true ? { ...added, lost: true } : added);
}

/** Whether an operation stands for others instead of for its own fields. */
export function isResolution(kind: string, fields: Record<string, unknown>): boolean {
  return 'resolution' in fields && kindOf(kind).resolvable;
}

function seenOf({ kind, at, offset, signer, agency, values, erased, base }: Folding): Seen {
  const seen: Seen = { kind, at, offset: offset ?? 0, signer, agency, fields: values };
  if (erased > 0) seen.erased = erased;
  if (isResolution(kind, values)) seen.base = [...base];
  return seen;
}

function copy(state: EntityState): EntityState {
  const registers = Object.entries(state.registers).map(([name, { seen, replaced }]) => [
    name,
    { seen: { ...seen }, replaced: [...replaced] },
  ]);
  const marks = Object.entries(state.marks).map(([id, list]) => [id, [...list]]);
  return {
    registers: Object.fromEntries(registers) as EntityState['registers'],
    marks: Object.fromEntries(marks) as EntityState['marks'],
  };
}
