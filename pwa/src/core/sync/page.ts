/** What a pull brings, in the words of the server (docs/format.md § 7). */
import type { Signed } from '../operations/signed-texts';
import type { ScopeName, Uuid } from '../types/ids';

export interface OperationEntry {
  n: number;
  put: string;
  head: string;
  fields: string[];
  batch: string;
}

export interface DocumentEntry {
  n: number;
  put: string;
  type: string;
  version: number;
  body: unknown;
}

export type Entry =
  OperationEntry | DocumentEntry | { n: number; remove: string } | { n: number; void: true };

export interface ScopePage {
  from: number;
  entries: Entry[];
  cursor: string;
  more: boolean;
  batches: Signed[];
  releases: Signed[];
}

export interface PullPage {
  epoch: Uuid;
  scopes: Record<ScopeName, ScopePage>;
  lost: ScopeName[];
  signers: (Signed & { end?: Signed | null })[];
}

export const isOperation = (entry: Entry): entry is OperationEntry => 'head' in entry;
export const isDocument = (entry: Entry): entry is DocumentEntry => 'type' in entry;
