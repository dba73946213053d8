/** Names of scopes: one home for every value, one spelling (docs/format.md § 4); the twin of server/access/names.py. */
import type { DataClass, ScopeName, Uuid } from '../types/ids';
import { isUuid } from './uuids';

export const NARROW_CLASSES = ['wpg', 'fiscal', 'victim', 'signal', 'private_shared'] as const;
const SUBJECT_KINDS = ['action', 'team', 'lead', 'member', 'share', 'directory', 'inbox'];

export interface Scope {
  kind: string;
  dossier: Uuid | null;
  agency: Uuid | null;
  dataClass: DataClass | null;
  /** Of a scope that one id names: action, team, member … */
  subject: Uuid | null;
}

export const jointScope = (dossier: Uuid): ScopeName => `joint:${dossier}`;
export const agencyScope = (dossier: Uuid, agency: Uuid): ScopeName => `agency:${dossier}:${agency}`;

/** The scope of a value of this class, recorded by this agency. Throws RangeError for a class it does not know. */
export function homeScope(dossier: Uuid, dataClass: string, agency: Uuid): ScopeName {
  if (dataClass === 'team') return jointScope(dossier);
  if (dataClass === 'agency') return agencyScope(dossier, agency);
  if (!isNarrow(dataClass)) throw new RangeError(`'${dataClass}' is no data class`);
  return `class:${dossier}:${dataClass}:${agency}`;
}

function isNarrow(name: string): boolean {
  return (NARROW_CLASSES as readonly string[]).includes(name);
}

/** The parts of a scope's name, or null when it is no name of a scope. */
export function parseScope(name: ScopeName): Scope | null {
  const [kind = '', ...parts] = name.split(':');
  const none: Scope = { kind, dossier: null, agency: null, dataClass: null, subject: null };
  const [one, two, three] = parts;
  if (kind === 'joint' && parts.length === 1 && isUuid(one))
    return { ...none, dossier: one, dataClass: 'team' };
  if (kind === 'agency' && parts.length === 2 && isUuid(one) && isUuid(two)) {
    return { ...none, dossier: one, agency: two, dataClass: 'agency' };
  }
  if (kind === 'class' && parts.length === 3 && isUuid(one) && isNarrow(two ?? '') && isUuid(three)) {
    return { ...none, dossier: one, agency: three, dataClass: two as DataClass };
  }
  return SUBJECT_KINDS.includes(kind) && parts.length === 1 && isUuid(one) ? { ...none, subject: one } : null;
}

/** Whether `one` is the same scope as `other` or a wider one of the same dossier: only ids from there have an effect. */
export function isWider(one: ScopeName, other: ScopeName): boolean {
  if (one === other) return true;
  const [wide, narrow] = [parseScope(one), parseScope(other)];
  if (wide === null || narrow?.dossier == null || wide.dossier !== narrow.dossier) return false;
  if (wide.kind === 'joint') return narrow.kind === 'agency' || narrow.kind === 'class';
  return wide.kind === 'agency' && narrow.kind === 'class' && wide.agency === narrow.agency;
}

/** Whether data class `one` is strictly narrower than `other`; classes that cannot be compared are not. */
export function isNarrowerClass(one: string, other: string): boolean {
  if (one === other || one === 'team') return false;
  return other === 'team' || (other === 'agency' && one !== 'agency');
}
