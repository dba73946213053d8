/** Bytes as text in one spelling only: base64url without padding, spare bits 0 (RFC 4648 § 5; docs/format.md § 1). */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < 64; i += 1) VALUES[LETTERS.charCodeAt(i)] = i;
const HASH = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

export function encode(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const one = bytes[i] ?? 0;
    const two = bytes[i + 1] ?? 0;
    const three = bytes[i + 2] ?? 0;
    text += LETTERS.charAt(one >> 2) + LETTERS.charAt(((one & 3) << 4) | (two >> 4));
    if (i + 1 < bytes.length) text += LETTERS.charAt(((two & 15) << 2) | (three >> 6));
    if (i + 2 < bytes.length) text += LETTERS.charAt(three & 63);
  }
  return text;
}

/**
 * The bytes of `text`; of exactly `length` bytes when given.
 * Throws RangeError for any other spelling: padding, foreign letters, spare bits that are not 0.
 */
export function decode(text: string, length?: number): Uint8Array<ArrayBuffer> {
  if (text.length % 4 === 1) throw new RangeError('not base64url without padding');
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i < text.length; i += 1) {
    const value = VALUES[text.charCodeAt(i)] ?? -1;
    if (value < 0) throw new RangeError('not base64url without padding');
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (held >> bits) & 255;
      at += 1;
    }
  }
  if ((held & ((1 << bits) - 1)) !== 0) throw new RangeError('base64url with spare bits that are not 0');
  if (length !== undefined && bytes.length !== length) {
    throw new RangeError(`${bytes.length} bytes where ${length} are expected`);
  }
  return bytes;
}

/** Whether `value` is the text of 32 bytes. */
export function isHash(value: unknown): value is string {
  return typeof value === 'string' && HASH.test(value);
}
