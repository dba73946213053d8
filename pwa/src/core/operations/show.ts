/**
 * What a register shows: the values left, whether they conflict, and who emptied it (docs/format.md § 5). The twin of
 * server/operations/show.py.
 */
import type { OperationId } from '../types/ids';
import { equalContent } from './equality';
import { correctedTime } from './heads';
import {
  isResolution as standsForOthers,
  type EntityState,
  type Mark,
  type RegisterState,
  type Seen,
} from './state';

export interface ShownValue {
  id: OperationId;
  /** All operations that give an equal value, `id` first. */
  ids: OperationId[];
  /** The operation whose fields are its content: itself, or the first that a resolution keeps. */
  lead: OperationId;
  /** What a resolution still stands for, `lead` first; null for an ordinary value. */
  keeps: OperationId[] | null;
}

export interface Shown {
  values: ShownValue[];
  conflict: boolean;
  /** The last withdrawal of a register that is empty because of withdrawals. */
  withdrawnBy: Mark | null;
  /** What the next operation replaces. */
  base: OperationId[];
}

type Marks = EntityState['marks'];
type SeenById = RegisterState['seen'];

/** Values in the order of their corrected time, then id; equal ones once. A mark counts only from the same agency. */
export function show(register: RegisterState, marks: Marks): Shown {
  const { seen } = register;
  const gone = replacedIn(register, marks);
  const left = Object.keys(seen)
    .filter((id) => !gone.has(id))
    .sort((one, other) => inTime(seen, one, other));
  const base = left.filter((id) => withdrawals(id, seen, marks).length === 0);
  const values: ShownValue[] = [];
  for (const id of base) {
    const keeps = kept(id, register, marks);
    if (keeps?.length === 0) continue;
    const lead = keeps?.[0] ?? id;
    const same = values.find((value) => equalContent(at(seen, value.lead), at(seen, lead)));
    if (same) same.ids.push(id);
    else values.push({ id, ids: [id], lead, keeps });
  }
  return {
    values,
    conflict: values.length > 1,
    withdrawnBy: values.length > 0 ? null : lastWithdrawal(left, seen, marks),
    base: [...base].sort(),
  };
}

/** The marks on an operation that count. */
export function withdrawals(id: OperationId, seen: SeenById, marks: Marks): Mark[] {
  const agency = seen[id]?.agency;
  return marks[id]?.filter((mark) => mark.agency === agency) ?? [];
}

/** Whether an operation that a register keeps stands for others instead of for its own fields. */
export function isResolution({ kind, fields }: Seen): boolean {
  return standsForOthers(kind, fields);
}

/**
 * The ids that no longer count. A resolution replaces its base when something it keeps counts, or when it was itself
 * replaced: by one who knew it and all that it had put aside.
 */
function replacedIn(register: RegisterState, marks: Marks): Set<OperationId> {
  const found = new Set(register.replaced);
  const waiting = new Map(Object.entries(register.seen).filter(([, { base }]) => base !== undefined));
  for (;;) {
    const standing = [...waiting].filter(([id]) => found.has(id) || kept(id, register, marks)?.length);
    if (standing.length === 0) return found;
    for (const [id, { base = [] }] of standing) {
      base.forEach((one) => found.add(one));
      waiting.delete(id);
    }
  }
}

/** What of all that a resolution keeps counts: here, a value, not withdrawn, not replaced by an ordinary operation. */
function kept(id: OperationId, { seen, replaced }: RegisterState, marks: Marks): OperationId[] | null {
  const entry = at(seen, id);
  if (!isResolution(entry)) return null;
  return leadFirst(entry).filter((other) => {
    const value = seen[other];
    if (value === undefined || isResolution(value) || replaced.includes(other)) return false;
    return withdrawals(other, seen, marks).length === 0;
  });
}

function leadFirst({ fields }: Seen): OperationId[] {
  const { keep, lead } = fields.resolution as { keep: OperationId[]; lead: OperationId };
  return [...keep.filter((id) => id === lead), ...keep.filter((id) => id !== lead)];
}

function lastWithdrawal(left: OperationId[], seen: SeenById, marks: Marks): Mark | null {
  const named = left.flatMap((id) => (isResolution(at(seen, id)) ? [id, ...leadFirst(at(seen, id))] : [id]));
  return named
    .filter((id) => seen[id] !== undefined)
    .flatMap((id) => withdrawals(id, seen, marks))
    .reduce<Mark | null>((last, mark) => (last === null || isLater(mark, last) ? mark : last), null);
}

function isLater(one: Mark, other: Mark): boolean {
  const apart = correctedTime(one) - correctedTime(other);
  return apart === 0 ? one.by > other.by : apart > 0;
}

function inTime(seen: SeenById, one: OperationId, other: OperationId): number {
  const apart = correctedTime(at(seen, one)) - correctedTime(at(seen, other));
  return apart === 0 ? (one < other ? -1 : 1) : apart;
}

function at(seen: SeenById, id: OperationId): Seen {
  const entry = seen[id];
  if (entry === undefined) throw new RangeError(`operation ${id} is not in this register`);
  return entry;
}
