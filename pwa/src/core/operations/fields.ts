/** A field's text: salt, name, value; made once and never made again (docs/format.md § 2). */
import { FIELD_BYTES, TextRefused, readText } from './texts';
import { decode } from './base64url';

const NAME = /^[a-z][a-z0-9_]{0,63}$/;

/** `salt`: 16 random bytes as base64url. Throws TextRefused when the value cannot be written as an accepted text. */
export function writeField(salt: string, name: string, value: unknown): string {
  const text = JSON.stringify([salt, name, value]);
  readField(text);
  return text;
}

/** Throws TextRefused unless `text` is exactly salt, name and value. */
export function readField(text: string): { name: string; value: unknown } {
  const parts = readText(text, FIELD_BYTES);
  if (!Array.isArray(parts) || parts.length !== 3) throw new TextRefused('a field has exactly three parts');
  const [salt, name, value] = parts as [unknown, unknown, unknown];
  if (typeof salt !== 'string' || typeof name !== 'string' || !NAME.test(name))
    throw new TextRefused('salt is a string, the name of a-z, 0-9 and _');
  try {
    decode(salt, 16);
  } catch {
    throw new TextRefused('the salt is not 16 bytes');
  }
  return { name, value };
}
