/** What a screen hands in to be recorded. */
import type { FieldsOf, Kind } from '../operations/kinds/index';
import type { Instant, OperationId, Place, ScopeName, Uuid } from './ids';

/** Only for kinds whose author chooses who reads it: finding.add, note.add, evidence.add on a loose subject. */
export type ScopeChoice = 'joint' | 'agency' | (ScopeName & Record<never, never>);

export interface RecordRequest<K extends Kind> {
  dossier: Uuid;
  /** Left out: derived (docs/format.md § 4) where the kind's entity is derived, the dossier for kinds of the visit, else random. */
  entity?: Uuid;
  /** What the author saw and replaces. Left out: all that stands on this device at the moment of freezing. */
  base?: OperationId[];
  fields: FieldsOf<K>;
  place?: Place | null;
  scope?: ScopeChoice;
}

export interface PhotoToKeep {
  /** As captured: never re-encoded. image/jpeg, image/png or image/webp, at most 100 MiB. */
  bytes: Blob;
  /** Name it beforehand (`newId()`) when a field has to name it, e.g. an answer of type photo. */
  entity?: Uuid;
  takenAt?: Instant;
  place?: Place | null;
  role?: 'photo' | 'drawing' | 'redacted' | 'signature';
  caption?: string | null;
  room?: string | null;
  /** The evidence that this one was made from. */
  original?: Uuid;
  /** Left out: the entity of the operation it is recorded with. */
  subject?: Uuid;
}

/** A photo that `keepPhoto` already stored at the shutter. */
export interface KeptPhoto {
  kept: Uuid;
  caption?: string | null;
  room?: string | null;
  role?: 'photo' | 'drawing' | 'redacted' | 'signature';
  subject?: Uuid;
}

export interface Draft<K extends Kind = Kind> {
  /** Chosen by the screen, the same for the same field: e.g. `answer|<instance>|<question>`. */
  key: string;
  kind: K;
  dossier: Uuid;
  entity?: Uuid;
  base?: OperationId[];
  fields: Partial<FieldsOf<K>>;
  place?: Place | null;
  scope?: ScopeChoice;
  /** A form of several fields: only `recordAll(…, { drafts: [key] })` makes an operation of it, never time or sync. */
  form?: boolean;
}
