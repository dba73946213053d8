/** Versions of checklists, and which of concurrent ones leads (docs/format.md § 5). */
import type { OperationId } from '../types/ids';
import { word } from './kinds/kind';
import { show } from './show';
import type { EntityState, RegisterState } from './state';

/** Below 0 when `one` comes first: parts are whole numbers, so 0.10.0 comes after 0.9.0. */
export function compareVersions(one: string, other: string): number {
  const [parts, others] = [one.split('.'), other.split('.')];
  for (let i = 0; i < Math.max(parts.length, others.length); i += 1) {
    const apart = Number(parts[i] ?? -1) - Number(others[i] ?? -1);
    if (apart !== 0) return apart;
  }
  return 0;
}

/** The operation whose version leads an instance: the lowest version, then the lowest id; null when nothing is shown. */
export function leadingVersion(register: RegisterState, marks: EntityState['marks']): OperationId | null {
  const leads = show(register, marks).values.map(({ lead }) => lead);
  const version = (id: OperationId) => word(register.seen[id]?.fields ?? {}, 'version');
  const [first = null] = leads.sort(
    (one, other) => compareVersions(version(one), version(other)) || (one < other ? -1 : 1),
  );
  return first;
}
