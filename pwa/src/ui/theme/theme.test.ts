/** The tokens keep what ux.md § 2 measured: contrast of text and of control borders in light, dark and sun. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/ui/theme/tokens.css', 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');
const block = (selector: string) => {
  const at = css.indexOf(`${selector} {`);
  const body = css.slice(css.indexOf('{', at) + 1, css.indexOf('}', at));
  return Object.fromEntries(
    [...body.matchAll(/--gh-([\w-]+):\s*([^;]+);/g)].map(([, k, v]) => [k, v?.trim()]),
  );
};
const light = block(':root');
const modes = {
  light,
  dark: { ...light, ...block(":root[data-mode='dark']") },
  sun: { ...light, ...block(":root[data-mode='sun']") },
};
type Mode = keyof typeof modes;

function colour(mode: Mode, name: string): [number, number, number] {
  const value = modes[mode][name];
  const reference = /^var\(--gh-([\w-]+)\)$/.exec(value ?? '');
  if (reference?.[1] !== undefined) return colour(mode, reference[1]);
  const hex = /^#([0-9a-f]{6})$/i.exec(value ?? '')?.[1];
  if (hex === undefined) throw new Error(`${mode} --gh-${name} is no colour: ${value ?? 'missing'}`);
  return [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
}

/** WCAG 2.2 relative luminance. */
function luminance(rgb: [number, number, number]): number {
  const [r, g, b] = rgb.map((c) =>
    c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}
function contrast(mode: Mode, text: string, ground: string): number {
  const [a, b] = [luminance(colour(mode, text)), luminance(colour(mode, ground))].sort((x, y) => y - x);
  return ((a ?? 0) + 0.05) / ((b ?? 0) + 0.05);
}

const texts: [text: string, ground: string][] = [
  ...['ink', 'ink-2', 'ink-3', 'primary', 'ok', 'warn', 'error', 'info'].flatMap(
    (text): [string, string][] => [
      [text, 'surface'],
      [text, 'bg'],
    ],
  ),
  ...['ink', 'ink-2', 'ink-3'].map((text): [string, string] => [text, 'sunken']),
  ...['ok', 'warn', 'error', 'info', 'critical', 'serious', 'moderate', 'minor'].map(
    (t): [string, string] => [t, `${t}-tint`],
  ),
  ...['ok', 'warn', 'error', 'info'].map((t): [string, string] => ['ink', `${t}-tint`]),
  ['on-primary', 'primary'],
  ['on-primary', 'primary-hover'],
  ['on-primary-tint', 'primary-tint'],
  ['on-error', 'error'],
  ['on-sun', 'sun'],
  ['on-sun', 'sun-hover'],
  ['on-rail', 'rail'],
  ['on-rail-muted', 'rail'],
  ['on-rail', 'rail-raised'],
];
const shapes: [shape: string, ground: string][] = [
  ['line-strong', 'surface'],
  ['rail-line', 'rail'],
  ...['critical', 'serious', 'moderate', 'minor'].map((s): [string, string] => [s, 'surface']),
  ...['gem', 'pol', 'nla', 'dou', 'bel', 'nvwa', 'brw', 'od', 'ws', 'net', 'private', 'ol'].map(
    (a): [string, string] => [`agency-${a}`, 'surface'],
  ),
];

describe.each(Object.keys(modes) as Mode[])('in %s mode', (mode) => {
  const needed = mode === 'sun' ? 7 : 4.5;
  it.each(texts)(`text %s on %s has at least ${needed}:1`, (text, ground) => {
    expect(contrast(mode, text, ground)).toBeGreaterThanOrEqual(needed);
  });
  it.each(shapes)('shape %s on %s has at least 3:1', (shape, ground) => {
    expect(contrast(mode, shape, ground)).toBeGreaterThanOrEqual(3);
  });
});

describe('in sun mode', () => {
  it('no agency needs less than 7:1 either', () => {
    for (const [shape] of shapes) {
      if (shape.startsWith('agency-')) expect(contrast('sun', shape, 'surface')).toBeGreaterThanOrEqual(7);
    }
  });
});

describe('components', () => {
  const sources = import.meta.glob<string>(['../../{ui,app,features}/**/*.svelte'], {
    eager: true,
    query: '?raw',
    import: 'default',
  });
  it('name no colour of their own, but black and white under sun mode and the rail', () => {
    const allowed = /^#(000|fff|08343b|8a8a84)$/;
    const strangers = Object.entries(sources).flatMap(([path, source]) => {
      const style = /<style>([^]*)<\/style>/.exec(source)?.[1] ?? '';
      const found = [...style.matchAll(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(/gi)].map(([text]) => text);
      return found.filter((text) => !allowed.test(text)).map((text) => `${path}: ${text}`);
    });
    expect(strangers).toEqual([]);
  });
});
