/** Number plates: letters and digits as recorded, with the dashes of Dutch plates as shown. */

export const COUNTRIES = [
  'NL',
  'BE',
  'DE',
  'PL',
  'RO',
  'BG',
  'LT',
  'ES',
  'IT',
  'FR',
  'GB',
  'HU',
  'CZ',
  'UA',
  'TR',
];

/** Dutch plates since 1973 hold no vowels, no C and no Q: fewer keys, larger ones. */
export const DUTCH_ROWS = ['1234567890', 'BDFGHJKLN', 'PRSTVWXZ'];
export const FULL_ROWS = ['1234567890', 'ABCDEFGHIJ', 'KLMNOPQRS', 'TUVWXYZ'];

export const MOST_SIGNS = 12;

/** What is recorded: letters and digits only. */
export function bare(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, MOST_SIGNS);
}

/**
 * A Dutch plate of six signs with its dashes: between letters and digits, and a run of four in two pairs
 * (sidecodes 1 to 14). Any other plate as it is.
 */
export function shown(plate: string, country: string): string {
  if (country !== 'NL' || plate.length !== 6) return plate;
  const runs = plate.match(/[A-Z]+|[0-9]+/g) ?? [];
  const parts = runs.flatMap((run) => (run.length === 4 ? [run.slice(0, 2), run.slice(2)] : [run]));
  return parts.length === 3 ? parts.join('-') : plate;
}
