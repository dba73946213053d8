/** What a kind of operation declares: its register, its entity, and how it is taken back. */
import type { DataClass, OperationId, Uuid } from '../../types/ids';

export type Values = Record<string, unknown>;

/** What the loader says of a checklist version, as far as ids rest on it. */
export interface ListFacts {
  dataClass: DataClass;
  repeatable: boolean;
}

/** What names an entity: the dossier and agency it is recorded in, the fields, and the list that the fields name. */
export interface EntityParts {
  dossier: Uuid;
  agency: Uuid;
  values: Values;
  facts: ListFacts | null;
}

export interface Undo {
  kind: string;
  base: OperationId[];
  values: Values;
}

/** What may be taken back, with the value that stood before it. */
export interface Undoable {
  id: OperationId;
  kind: string;
  values: Values;
  before: Values | null;
}

export interface KindRules {
  kind: string;
  /** The one place it touches: the state of its entity there. Empty for a withdrawal, which touches what it marks. */
  family: 'visit' | 'instance' | 'answer' | 'finding' | 'evidence' | 'note' | 'reply' | '';
  /** The register, from the signer's agency and the fields; null for a withdrawal, which marks. */
  register: ((agency: Uuid, values: Values) => string) | null;
  /** The entity that follows from its parts; null where it is drawn (UUIDv7). */
  entity: (parts: EntityParts) => Uuid | null;
  /** Whether it may carry a resolution. */
  resolvable: boolean;
  /** The operation that takes it back; nothing is ever deleted. Null: it cannot be taken back. */
  undo: ((done: Undoable) => Undo) | null;
}

/** A field that is a string; empty when it is not there, which no id or code is. */
export function word(values: Values, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}

export const whole = (): string => '';
export const byAgency = (agency: Uuid): string => agency;
export const byList = (agency: Uuid, values: Values): string => `${agency}|${word(values, 'list')}`;
export const isDossier = ({ dossier }: EntityParts): Uuid => dossier;
export const isDrawn = (): null => null;

/** Marks it; what it replaced does not come back by itself. */
export function withdrawal({ id, kind }: Undoable): Undo {
  return { kind: 'withdraw', base: [], values: { id, of: kind, reason: 'undo' } };
}

/** Writes again what stood before, or withdraws when nothing did. */
export function earlierValue(done: Undoable): Undo {
  return done.before === null ? withdrawal(done) : { kind: done.kind, base: [done.id], values: done.before };
}
