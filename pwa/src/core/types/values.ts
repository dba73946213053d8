/** What stands in a register, and where each thing is on its way to the server. */
import type { Instant, OperationId, Place, ScopeName, Uuid } from './ids';
import type { Agency } from './session';

/**
 * Where an own item is, by its proof alone: `on-server` from a receipt whose signature verified, `confirmed` from a later
 * `GET /sync/batches` that lists it, `set-aside` from a receipt with the fate quarantined. `received` is someone else's.
 */
export type Stage = 'on-device' | 'sending' | 'on-server' | 'confirmed' | 'set-aside' | 'failed' | 'received';

export interface Author {
  member: Uuid;
  name: string;
  agency: Agency;
  own: boolean;
}

/** One value, as one operation gave it. `F`: the fields of its kind; `erased` counts fields of which only the hash is left. */
export interface Value<F> {
  id: OperationId;
  entity: Uuid;
  kind: string;
  scope: ScopeName;
  fields: F;
  erased: number;
  author: Author;
  /** Device time corrected by the clock offset. */
  at: Instant;
  place: Place | null;
  stage: Stage;
  /** A resolution: the kept ids, lead first, and its reason. `fields` are those of the lead. */
  keeps: OperationId[] | null;
  reason: string | null;
}

export interface Register<F> {
  /** In order of time; more than one = a conflict. Equal values stand once. */
  values: Value<F>[];
  /** The first of `values`, or null when nothing stands. */
  current: Value<F> | null;
  conflict: boolean;
  /** Set when nothing stands because everything was withdrawn. */
  withdrawnBy: Author | null;
  /** What a new operation has to name to replace all that stands. */
  base: OperationId[];
}
