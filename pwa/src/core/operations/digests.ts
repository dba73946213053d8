/** A hash is SHA-256 over the UTF-8 bytes of one text alone (docs/format.md § 1). Synchronous: many small texts at once. */
import { sha256 } from '@noble/hashes/sha2.js';
import type { Digest } from '../types/ids';
import { encode } from './base64url';

const UTF8 = new TextEncoder();

/** The hash of `text` as it is written in other texts: 43 characters. */
export function hashText(text: string): Digest {
  return encode(sha256(UTF8.encode(text)));
}

/** The UTF-8 bytes of `text`: what is hashed and signed. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return UTF8.encode(text);
}
