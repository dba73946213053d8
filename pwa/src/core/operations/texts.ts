/** Which texts are accepted. They are never put into another form, so every rule looks at the text as it came (docs/format.md § 1). */

export const DEPTH = 16; // the outermost bracket is 1
export const HEAD_BYTES = 8 * 1024;
export const FIELD_BYTES = 64 * 1024;
export const TEXT_BYTES = 64 * 1024; // batch, signer, receipt and the other signed texts
export const FIELDS = 31;
export const OPERATIONS = 1000;

const INTEGER = /^-?(?:0|[1-9][0-9]*)$/;
const NUMBER = /[-+0-9.eE]+/g;
const LITERAL = /true|false|null/g;
const ESCAPED_QUOTE = /\\"/g;
const ESCAPED_BACKSLASH = /\\\\/g;
const HALF_PAIR = /\p{Surrogate}/u;

/** A text is not accepted; the message says which rule it breaks. */
export class TextRefused extends Error {}

/**
 * The parsed JSON of an accepted text of at most `limit` bytes. Of a key that comes twice the last value counts, but all
 * rules also hold for what it hides. Throws TextRefused.
 */
export function readText(text: string, limit: number): unknown {
  if (sizeOf(text) > limit) throw new TextRefused(`more than ${limit} bytes`);
  if (HALF_PAIR.test(text)) throw new TextRefused('half a surrogate pair');
  if (text.includes('\n') || text.includes('\r') || text.includes('\0')) {
    throw new TextRefused('a raw line break or U+0000');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new TextRefused('not JSON');
  }
  let bare = text;
  if (bare.includes('\\')) {
    bare = bare.replace(ESCAPED_BACKSLASH, '');
    if (bare.includes('\\u0000')) throw new TextRefused('\\u0000 in a string');
    if (hasHalfPair(bare)) throw new TextRefused('half a surrogate pair');
    bare = bare.replace(ESCAPED_QUOTE, '');
  }
  judge(
    bare
      .split('"')
      .filter((_, index) => index % 2 === 0)
      .join(''),
  );
  return value;
}

/** The members of an accepted text that is an object, of type `t` where given. Throws TextRefused. */
export function readObject(text: string, limit: number, t?: string): Record<string, unknown> {
  const value = readText(text, limit);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TextRefused('not an object');
  const members = value as Record<string, unknown>;
  if (t !== undefined && members.t !== t) throw new TextRefused(`t is not ${t}`);
  return members;
}

/** Length of `text` in UTF-8. */
export function sizeOf(text: string): number {
  let size = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code > 0x7ff) size += code >= 0xd800 && code <= 0xdfff ? 1 : 2;
    else if (code > 0x7f) size += 1;
  }
  return size;
}

/** Half a pair written as an escape: `\ud83d` without its `\ude00`, also where a repeated key hides it. */
function hasHalfPair(bare: string): boolean {
  if (!/\\u[dD][89a-fA-F]/.test(bare)) return false;
  const whole = bare.replace(/\\u([0-9a-fA-F]{4})/g, (_, digits: string) =>
    String.fromCharCode(parseInt(digits, 16)),
  );
  return HALF_PAIR.test(whole);
}

/** Judge what stands outside the strings of a JSON text. */
function judge(skeleton: string): void {
  let depth = 0;
  for (const character of skeleton) {
    if (character === '[' || character === '{') {
      depth += 1;
      if (depth > DEPTH) throw new TextRefused(`nested deeper than ${DEPTH}`);
    } else if (character === ']' || character === '}') depth -= 1;
  }
  for (const token of skeleton.replace(LITERAL, '').match(NUMBER) ?? []) {
    if (!INTEGER.test(token) || token === '-0') {
      throw new TextRefused('a number that is not a whole number in its shortest form');
    }
    if (!Number.isSafeInteger(Number(token)) || token.length > 17)
      throw new TextRefused('a number beyond ±(2^53 − 1)');
  }
}
