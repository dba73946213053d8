/**
 * What is kept on the device, table by table. `part` is the person it is held for: `<member>|<agency>`.
 * Clear columns are ids, scopes, states, numbers and hashes; content is in sealed values.
 */
import type { ClockMark } from '../clock/clock';
import type { Fate, Signed } from '../operations/signed-texts';
import type { Digest, Instant, OperationId, ScopeName, Uuid } from '../types/ids';
import type { Problem } from '../types/outbox';
import type { SyncPhase } from '../types/status';
import type { Sealed } from './sealing';

/** An own operation, from freezing until its term is over. `body`: {head, fields}. */
export interface OwnRow {
  id: OperationId;
  part: string;
  signer: Uuid;
  scope: ScopeName;
  dossier: Uuid;
  entity: Uuid;
  /** Order of freezing on this device. */
  seq: number;
  state: 'frozen' | 'sealed' | 'received' | 'confirmed';
  /** Number of its batch. */
  n: number | null;
  fate: Fate | null;
  reason: string | null;
  released: Instant | null;
  reissuedBy: OperationId | null;
  /** The withdrawal by its author. */
  takenBackBy: OperationId | null;
  /** The evidence whose bytes belong to it. */
  evidence: Uuid | null;
  bytes: number;
  recorded: number;
  body: Sealed;
}

/** An own batch: signed, offered, answered. `refused`: the server will not take it whole. */
export interface BatchRow {
  signer: Uuid;
  scope: ScopeName;
  n: number;
  part: string;
  dossier: Uuid;
  hash: Digest;
  text: string;
  signature: string;
  state: 'sealed' | 'received' | 'confirmed' | 'refused';
  /** What came before it is lost on this device. */
  gone: boolean;
  receipt: Signed | null;
  received: Instant | null;
  /** By the server's clock; null while that is not known. */
  confirmedAt: number | null;
  problem: Problem | null;
  tries: number;
  nextTry: number;
}

/** A photo's way to the server; its bytes are in `photos`. `kept`: no operation names it yet. */
export interface UploadRow {
  entity: Uuid;
  part: string;
  dossier: Uuid;
  operation: OperationId | null;
  sha256: Digest;
  bytes: number;
  mime: string;
  state: 'kept' | 'named' | 'safe' | 'confirmed';
  sent: number;
  takenAt: Instant;
  receipt: Signed | null;
  problem: Problem | null;
  tries: number;
  nextTry: number;
  /** By the server's clock; null while that is not known. */
  confirmedAt: number | null;
  /** Place and other things known at the shutter. */
  body: Sealed;
}

/** Bytes as captured. Never behind a live query, never all at once. */
export interface PhotoRow {
  entity: Uuid;
  data: ArrayBuffer;
}

/** Where tus left off, by SHA-256 of the bytes and entity. */
export interface TusRow {
  fingerprint: string;
  url: string;
  created: string;
}

/** An operation that pull brought. `bad`: it did not verify and is never folded. `aside`: gone after a restart at 0. `body`: {head, fields, member, agency}. */
export interface HeldRow {
  part: string;
  scope: ScopeName;
  id: string;
  dossier: Uuid;
  entity: Uuid;
  n: number;
  batch: Digest;
  bad: string | null;
  aside: 0 | 1;
  /** 1 when it is bad or aside: to find the few among the many. */
  flag: 0 | 1;
  body: Sealed;
}

export interface DocumentRow {
  part: string;
  scope: ScopeName;
  id: string;
  type: string;
  version: number;
  n: number;
  aside: 0 | 1;
  body: Sealed;
}

/** A batch of others as pull brought it, so that what is held can be verified again. */
export interface ProofRow {
  part: string;
  scope: ScopeName;
  hash: Digest;
  signer: Uuid;
  n: number;
  text: string;
  signature: string;
}

export interface AuthorRow {
  part: string;
  id: Uuid;
  member: Uuid;
  agency: Uuid;
  device: Uuid;
  key: string;
  text: string;
  signature: string;
  end: Signed | null;
}

/** `filling`: started at 0 and not yet at its end. `lost`: no longer readable; own work under it is hidden. */
export interface CursorRow {
  part: string;
  scope: ScopeName;
  cursor: string | null;
  state: 'filling' | 'open' | 'lost';
  at: number;
}

export interface ReleaseRow {
  operation: OperationId;
  scope: ScopeName;
  text: string;
  signature: string;
}

export interface DraftRow {
  part: string;
  key: string;
  dossier: Uuid;
  at: number;
  body: Sealed;
}

export interface SignerRow {
  id: Uuid;
  part: string;
  member: Uuid;
  agency: Uuid;
  device: Uuid;
  privateKey: CryptoKey;
  publicKey: string;
  text: string;
  signature: string;
  from: Instant;
  state: 'active' | 'ended' | 'forked';
  end: Signed | null;
}

/** A person who signed in on this device. `body`: Person. */
export interface PersonRow {
  key: string;
  lastHere: number;
  body: Sealed;
}

/** A checklist version as the server resolved it for an agency: what it keeps in own systems is part of it. */
export interface ListRow {
  agency: Uuid;
  code: string;
  version: string;
  content: unknown;
}

export interface MetaValues {
  device: { id: Uuid; label: string };
  /** The person working here; the server session may be another's or gone. */
  current: string;
  session: { part: string; membership: Uuid; until: Instant | null; demo: boolean };
  /** Who signed out here, and is still signed in at the server. */
  ending: string;
  epoch: Uuid;
  keys: { kid: string; key: string }[];
  clock: ClockMark;
  contact: number;
  catalogue: unknown;
  sequence: number;
  engine: { running: boolean; phase: SyncPhase | null; nextTry: number | null; problem: Problem | null };
  /** Batches are on their way: apart from `engine`, so that views are not asked again at each of its steps. */
  pushing: boolean;
  /** The server no longer knows the session. */
  signedOut: boolean;
  pulled: number;
  /** Versions that fillings of colleagues name and this device did not hold when they came: to be fetched. */
  wantedLists: { part: string; code: string; version: string }[];
}

export interface MetaRow<K extends keyof MetaValues = keyof MetaValues> {
  key: K;
  value: MetaValues[K];
}

export interface Rows {
  own: OwnRow;
  batches: BatchRow;
  uploads: UploadRow;
  photos: PhotoRow;
  tus: TusRow;
  held: HeldRow;
  documents: DocumentRow;
  proofs: ProofRow;
  authors: AuthorRow;
  cursors: CursorRow;
  releases: ReleaseRow;
  drafts: DraftRow;
  signers: SignerRow;
  people: PersonRow;
  lists: ListRow;
  meta: MetaRow;
}

export type TableName = keyof Rows;
