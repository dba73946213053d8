/** The texts that are signed: batch, signer and its end, receipt, photo receipt, release (docs/format.md § 2). */
import type { Digest, Instant, OperationId, ScopeName, Uuid } from '../types/ids';
import { decode, isHash } from './base64url';
import { parseInstant } from './instants';
import { OPERATIONS, TEXT_BYTES, TextRefused, readObject } from './texts';
import { isUuid } from './uuids';

export interface Signed {
  text: string;
  /** Raw r‖s, base64url. */
  signature: string;
}

export interface BatchText {
  signer: Uuid;
  scope: ScopeName;
  n: number;
  prev: Digest;
  operations: OperationId[];
}

export interface SignerText extends ByServer {
  id: Uuid;
  member: Uuid;
  agency: Uuid;
  device: Uuid;
  /** 91 bytes SPKI, base64url. */
  key: string;
  from: Instant;
}

export type Fate = 'accepted' | 'duplicate' | 'quarantined';

export interface ReceiptText extends ByServer {
  signer: Uuid;
  scope: ScopeName;
  n: number;
  batch: Digest;
  received: Instant;
  fates: [OperationId, Fate, string | null][];
}

export interface PhotoReceiptText extends ByServer {
  id: Uuid;
  sha256: Digest;
  bytes: number;
  received: Instant;
}

export interface ReleaseText extends ByServer {
  operation: OperationId;
  scope: ScopeName;
  at: Instant;
}

export interface SignerEndText extends ByServer {
  id: Uuid;
  until: Instant;
}

interface ByServer {
  kid: string;
  epoch: Uuid;
}

export function writeBatch({ signer, scope, n, prev, operations }: BatchText): string {
  const text = JSON.stringify({ t: 'batch', v: 1, alg: 'ES256', signer, scope, n, prev, operations });
  readBatch(text);
  return text;
}

/** All readers throw TextRefused. */
export function readBatch(text: string): BatchText {
  const { signer, scope, n, prev, operations } = signed(text, 'batch');
  must(isUuid(signer) && isWord(scope), 'signer and scope');
  must(isCount(n), 'n');
  must(isHash(prev), 'prev');
  const ids = operations as unknown[];
  must(Array.isArray(operations) && ids.every(isHash), 'operations');
  must(
    ids.length >= 1 && ids.length <= OPERATIONS && new Set(ids).size === ids.length,
    `1 to ${OPERATIONS} operations, none twice`,
  );
  return { signer, scope, n, prev, operations } as BatchText;
}

export function readSigner(text: string): SignerText {
  const { id, member, agency, device, key, from, ...rest } = signed(text, 'signer');
  must([id, member, agency, device].every(isUuid), 'id, member, agency and device');
  must(isKey(key) && isInstant(from), 'key and from');
  return { id, member, agency, device, key, from, ...server(rest) } as SignerText;
}

export function readSignerEnd(text: string): SignerEndText {
  const { id, until, ...rest } = signed(text, 'signer_end');
  must(isUuid(id) && isInstant(until), 'id and until');
  return { id, until, ...server(rest) } as SignerEndText;
}

export function readReceipt(text: string): ReceiptText {
  const { signer, scope, n, batch, received, fates, ...rest } = signed(text, 'receipt', RECEIPT_BYTES);
  must(isUuid(signer) && isWord(scope) && isCount(n), 'signer, scope and n');
  must(isHash(batch) && isInstant(received), 'batch and received');
  must(
    Array.isArray(fates) &&
      fates.length >= 1 &&
      fates.length <= OPERATIONS &&
      (fates as unknown[]).every(isFate),
    'fates',
  );
  return { signer, scope, n, batch, received, fates, ...server(rest) } as ReceiptText;
}

export function readPhotoReceipt(text: string): PhotoReceiptText {
  const { id, sha256, bytes, received, ...rest } = signed(text, 'photo', RECEIPT_BYTES);
  must(
    isUuid(id) && isHash(sha256) && isCount(bytes) && isInstant(received),
    'id, sha256, bytes and received',
  );
  return { id, sha256, bytes, received, ...server(rest) } as PhotoReceiptText;
}

export function readRelease(text: string): ReleaseText {
  const { operation, scope, at, ...rest } = signed(text, 'release', RECEIPT_BYTES);
  must(isHash(operation) && isWord(scope) && isInstant(at), 'operation, scope and at');
  return { operation, scope, at, ...server(rest) } as ReleaseText;
}

/** 1,000 fates with their reasons. */
const RECEIPT_BYTES = 256 * 1024;

function signed(text: string, t: string, limit = TEXT_BYTES): Record<string, unknown> {
  const members = readObject(text, limit, t);
  must(members.v === 1, 'v 1');
  must(members.alg === 'ES256', 'alg ES256');
  return members;
}

function server({ kid, epoch }: Record<string, unknown>): ByServer {
  must(isWord(kid) && isUuid(epoch), 'kid and epoch');
  return { kid, epoch } as ByServer;
}

function isFate(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [id, fate, reason] = value as unknown[];
  const known = fate === 'accepted' || fate === 'duplicate' || fate === 'quarantined';
  return isHash(id) && known && (fate === 'quarantined' ? typeof reason === 'string' : reason === null);
}

function isWord(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}

function isKey(value: unknown): boolean {
  try {
    return typeof value === 'string' && decode(value, 91).length === 91;
  } catch {
    return false;
  }
}

function isInstant(value: unknown): boolean {
  try {
    parseInstant(value as string);
    return true;
  } catch {
    return false;
  }
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new TextRefused(`this text asks for ${what}`);
}
