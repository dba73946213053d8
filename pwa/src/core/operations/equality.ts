/** When two values are the same value: a conflict is not made of them (docs/format.md § 5, decision record 1). */
import type { Seen } from './state';

/** Fields that say where and how something was written, not what. */
const UNCOUNTED = new Set(['place', 'reissues']);
const UNCOUNTED_IN_ANSWERS = new Set([...UNCOUNTED, 'version']);

/** The same fields but those that do not count, key order free, as many erased. */
export function equalContent(one: Seen, other: Seen): boolean {
  return (one.erased ?? 0) === (other.erased ?? 0) && equalValues(counted(one), counted(other));
}

function counted({ kind, fields }: Seen): Record<string, unknown> {
  const uncounted = kind === 'answer.set' ? UNCOUNTED_IN_ANSWERS : UNCOUNTED;
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !uncounted.has(name)));
}

/** Whether two parsed JSON values are equal; the order of members is free, that of lists is not. */
export function equalValues(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  const others = other as Record<string, unknown>;
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      (key) => Object.hasOwn(other, key) && equalValues((one as Record<string, unknown>)[key], others[key]),
    )
  );
}
