/**
 * Text that looks as if it names a person: a BSN, a telephone number, a number plate. In class team everybody on the
 * action reads it (domain R4), so the writer is told before it is saved. It warns and never refuses.
 */
export type Personal = 'bsn' | 'phone' | 'plate';

/** Dutch numbers only, with the spaces, dots and dashes that people put in. */
const DIGITS = /(?<![\d])(?:\+|00)?\d(?:[ .\-()]{0,2}\d){7,13}(?![\d])/g;

/** Sidecodes 1–14 of Dutch plates by the lengths of their parts; three letters together never hold a vowel. */
const PLATE =
  /\b(?:[A-Z]{2}|[B-DF-HJ-NP-TV-Z]{3}|[A-Z]|\d{1,3})(-?)(?:[A-Z]{2}|[B-DF-HJ-NP-TV-Z]{3}|\d{2,3})\1(?:[A-Z]{1,2}|[B-DF-HJ-NP-TV-Z]{3}|\d{1,3})\b/g;

/** What the text looks like it holds, each once, in the order of the type above. */
export function looksPersonal(text: string): Personal[] {
  const numbers = [...text.matchAll(DIGITS)].map((found) => found[0]);
  const found: Personal[] = [];
  if (numbers.some(isBsn)) found.push('bsn');
  if (numbers.some(isPhone)) found.push('phone');
  if ([...text.toUpperCase().matchAll(PLATE)].some((match) => isPlate(match[0]))) found.push('plate');
  return found;
}

/** Nine digits that pass the eleven test: 9·a + 8·b + … + 2·h − i is a multiple of 11. */
export function isBsn(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  if (digits.length !== 9 || text.trim().startsWith('+') || /^0+$/.test(digits)) return false;
  const sum = Array.from(digits, Number).reduce(
    (total, digit, at) => total + digit * (at === 8 ? -1 : 9 - at),
    0,
  );
  return sum % 11 === 0;
}

function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  if (text.startsWith('+')) return digits.length >= 9 && digits.length <= 14;
  if (digits.startsWith('00')) return digits.length >= 11;
  return digits.startsWith('0') && digits.length === 10;
}

/** Six signs, letters and digits both; without dashes letters stand between digits or digits between letters. */
function isPlate(text: string): boolean {
  const bare = text.replace(/-/g, '');
  if (bare.length !== 6 || !/[A-Z]/.test(bare) || !/\d/.test(bare)) return false;
  return (
    text.includes('-') || /^(?:\d+[B-DF-HJ-NP-TV-Z]+\d+|[B-DF-HJ-NP-TV-Z]+\d+[B-DF-HJ-NP-TV-Z]+)$/.test(bare)
  );
}
