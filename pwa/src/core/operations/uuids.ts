/** UUIDs: version 7 for what is new, version 5 for what two tablets must name alike (RFC 9562; docs/format.md § 4). */
import { sha1 } from '@noble/hashes/legacy.js';
import type { Uuid } from '../types/ids';

export const NAMESPACE: Uuid = 'f7430a72-7fe2-42fc-973d-89de7b326ea5';
const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const UTF8 = new TextEncoder();

export function isUuid(value: unknown): value is Uuid {
  return typeof value === 'string' && FORM.test(value);
}

/** A UUIDv7: `ms` since 1970 and ten random bytes. */
export function uuid7(ms: number, random: Uint8Array): Uuid {
  const bytes = new Uint8Array(16);
  let rest = Math.max(0, Math.floor(ms));
  for (let i = 5; i >= 0; i -= 1) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  return spell(bytes, 7);
}

/** The UUIDv5 of `name` in the namespace of the format. */
export function uuid5(name: string): Uuid {
  const space = Uint8Array.from(NAMESPACE.replaceAll('-', '').match(/../g) ?? [], (pair) =>
    parseInt(pair, 16),
  );
  const text = UTF8.encode(name);
  const whole = new Uint8Array(space.length + text.length);
  whole.set(space);
  whole.set(text, space.length);
  return spell(sha1(whole).slice(0, 16), 5);
}

function spell(bytes: Uint8Array, version: number): Uuid {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
