/** The head: what an operation is and which field texts belong to it; its hash is the operation's id (docs/format.md § 2). */
import type { Digest, Instant, OperationId, Uuid } from '../types/ids';
import { isHash } from './base64url';
import { parseInstant } from './instants';
import { FIELDS, HEAD_BYTES, TextRefused, readObject } from './texts';
import { isUuid } from './uuids';

/** Bound of `offset`, either way: corrected times stay exact. */
const OFFSET = 1e13;

/** The text is accepted, but of a version that this release does not know. */
export class VersionUnknown extends TextRefused {}

export interface Head {
  v: number;
  kind: string;
  dossier: Uuid;
  entity: Uuid;
  signer: Uuid;
  at: Instant;
  /** Server less device, in ms, at last contact; null when there was none. */
  offset: number | null;
  base: OperationId[];
  /** Hash of each field text, sorted. */
  fields: Digest[];
}

export function writeHead(head: Omit<Head, 'v'>): string {
  const { kind, dossier, entity, signer, at, offset, base, fields } = head;
  const text = JSON.stringify({ t: 'op', v: 1, kind, dossier, entity, signer, at, offset, base, fields });
  readHead(text);
  return text;
}

/** Throws TextRefused. */
export function readHead(text: string): Head {
  const head = readObject(text, HEAD_BYTES, 'op');
  const { v, kind, dossier, entity, signer, at, offset, base, fields } = head;
  if (!Number.isInteger(v)) throw new TextRefused('v is not a number');
  if (v !== 1) throw new VersionUnknown(String(v));
  if (typeof kind !== 'string' || kind === '') throw new TextRefused('kind is not a string');
  if (!isUuid(dossier) || !isUuid(entity) || !isUuid(signer))
    throw new TextRefused('dossier, entity and signer are UUIDs');
  if (offset !== null && !(Number.isInteger(offset) && Math.abs(offset as number) <= OFFSET))
    throw new TextRefused('offset is a whole number or null');
  if (!isHashes(base) || !isHashes(fields)) throw new TextRefused('base and fields are lists of hashes');
  if (fields.length < 1 || fields.length > FIELDS) throw new TextRefused(`1 to ${FIELDS} fields`);
  if (fields.some((hash, i) => i > 0 && hash <= (fields[i - 1] ?? '')))
    throw new TextRefused('fields are not sorted');
  return {
    v: v,
    kind,
    dossier,
    entity,
    signer,
    at: instant(at),
    offset: offset as number | null,
    base,
    fields,
  };
}

/** Milliseconds of an operation, corrected by the offset at its last contact: the order in which values are shown. */
export function correctedTime(head: { at: Instant; offset: number | null }): number {
  return parseInstant(head.at) + (head.offset ?? 0);
}

function instant(at: unknown): Instant {
  try {
    parseInstant(at as string);
  } catch {
    throw new TextRefused('at is not a time');
  }
  return at as Instant;
}

function isHashes(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isHash);
}
