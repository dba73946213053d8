/** Shape and letters of each kind of agency: told apart without colour. Paths are drawn on a 24 px grid. */
export type Glyph =
  | 'house'
  | 'shield'
  | 'hexagon'
  | 'diamond'
  | 'square'
  | 'star'
  | 'leaf'
  | 'flame'
  | 'disc'
  | 'wave'
  | 'bolt'
  | 'bar';

export const paths: Record<Glyph, string> = {
  house: 'M12 3 21.5 10.5V21h-19V10.5z',
  shield: 'M12 2.5 20.5 5.5V12c0 5-3.6 8.2-8.5 10C7.1 20.2 3.5 17 3.5 12V5.5z',
  hexagon: 'M12 1.8 20.8 6.9V17.1L12 22.2 3.2 17.1V6.9z',
  diamond: 'M12 1.5 22.5 12 12 22.5 1.5 12z',
  square: 'M3.5 3.5h17v17h-17z',
  star: 'm12 1.8 3.1 6.7 7.3.9-5.4 5 1.4 7.2L12 18l-6.4 3.6L7 14.4l-5.4-5 7.3-.9z',
  leaf: 'M21 3c.6 9-2.4 17-11 17-2 0-3.6-.6-4.9-1.7L3.2 21 2 19.8l2-2.7C1.6 11 5.5 3.6 21 3z',
  flame:
    'M12.5 1.5c.7 4.2 6.5 7 6.5 13 0 4.3-3.1 8-7 8s-7-3.7-7-8c0-2.8 1.4-5 3.2-6.6.2 1.7.8 2.9 1.9 3.6-.3-3.6.2-7.3 2.4-10z',
  disc: 'M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19z',
  wave: 'M1.5 9c3.5-4.2 7-4.2 10.5 0s7 4.2 10.5 0v5c-3.5 4.2-7 4.2-10.5 0s-7-4.2-10.5 0z',
  bolt: 'M13.8 1.5 4 13.5h6.2L8.8 22.5 20 9.5h-6.8z',
  bar: 'M2.5 7.5h19v9h-19z',
};

/** Token of the glyph's colour, without `--gh-agency-`. */
const colours: Record<Glyph, string> = {
  house: 'gem',
  shield: 'pol',
  hexagon: 'nla',
  diamond: 'dou',
  square: 'bel',
  star: 'ol',
  leaf: 'nvwa',
  flame: 'brw',
  disc: 'od',
  wave: 'ws',
  bolt: 'net',
  bar: 'private',
};

/** By the kinds that checklists and follow-ups name; what is not here is a flat bar with the kind's own letters. */
const kinds: Record<string, { glyph: Glyph; short: string }> = {
  gemeente: { glyph: 'house', short: 'GEM' },
  boa_gemeente: { glyph: 'house', short: 'BOA' },
  politie: { glyph: 'shield', short: 'POL' },
  politie_avim: { glyph: 'shield', short: 'AVIM' },
  kmar: { glyph: 'shield', short: 'KMar' },
  arbeidsinspectie: { glyph: 'hexagon', short: 'NLA' },
  douane: { glyph: 'diamond', short: 'DOU' },
  belastingdienst: { glyph: 'square', short: 'BEL' },
  fiod: { glyph: 'square', short: 'FIOD' },
  nvwa: { glyph: 'leaf', short: 'NVWA' },
  kcb: { glyph: 'leaf', short: 'KCB' },
  naktuinbouw: { glyph: 'leaf', short: 'NAK' },
  brandweer: { glyph: 'flame', short: 'BRW' },
  omgevingsdienst: { glyph: 'disc', short: 'OD' },
  riec: { glyph: 'disc', short: 'RIEC' },
  uwv: { glyph: 'disc', short: 'UWV' },
  waterschap: { glyph: 'wave', short: 'WS' },
  netbeheerder: { glyph: 'bolt', short: 'NET' },
  operationeel_leider: { glyph: 'star', short: 'OL' },
};

const isGlyph = (name: string): name is Glyph => name in paths;

/** How an agency is drawn: by the glyph it was given, else by its kind. */
export function look(
  kind: string,
  glyph?: string,
  short?: string,
): { path: string; colour: string; letters: string } {
  const known = kinds[kind];
  const shape = glyph !== undefined && isGlyph(glyph) ? glyph : (known?.glyph ?? 'bar');
  return {
    path: paths[shape],
    colour: colours[shape],
    letters: short ?? known?.short ?? kind.slice(0, 4).toUpperCase(),
  };
}
