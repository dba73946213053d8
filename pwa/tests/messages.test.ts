/** Both languages say everything, every catalogue is compiled, and the compiler did not silently compile nothing (T15). */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as compiled from '../src/paraglide/messages.js';

const at = (path: string) => new URL(`../${path}`, import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(at(path), 'utf8')) as Record<string, unknown>;
const features = readdirSync(at('messages'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const settings = read('project.inlang/settings.json') as {
  'plugin.inlang.messageFormat': { pathPattern: string[] };
};
const catalogue = (feature: string, language: string) => {
  const messages = read(`messages/${feature}/${language}.json`);
  delete messages.$schema;
  return messages;
};

/** The text of every file of the app that is no test. */
function sources(folder: URL): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory())
      return entry.name === 'paraglide' ? [] : sources(new URL(`${entry.name}/`, folder));
    const isSource = /\.(ts|svelte)$/.test(entry.name) && !/\.test\.ts$/.test(entry.name);
    return isSource ? [readFileSync(new URL(entry.name, folder), 'utf8')] : [];
  });
}

/** The names a text asks for, in any of its variants. */
const inputs = (text: unknown) =>
  [...new Set([...JSON.stringify(text).matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();

describe('the message catalogues', () => {
  it('are all compiled', () => {
    const patterns = settings['plugin.inlang.messageFormat'].pathPattern;
    expect(patterns.toSorted()).toEqual(features.map((one) => `./messages/${one}/{locale}.json`).toSorted());
  });

  it.each(features)('say the same things in Dutch and English: %s', (feature) => {
    const dutch = catalogue(feature, 'nl');
    const english = catalogue(feature, 'en');
    expect(Object.keys(english).toSorted()).toEqual(Object.keys(dutch).toSorted());
    for (const key of Object.keys(dutch))
      expect([key, inputs(english[key])]).toEqual([key, inputs(dutch[key])]);
  });

  it.each(features)('name their keys after their feature: %s', (feature) => {
    const prefix = `${feature.replaceAll('-', '_')}_`;
    const strangers = Object.keys(catalogue(feature, 'nl')).filter((key) => !key.startsWith(prefix));
    expect(strangers).toEqual([]);
  });

  it.each(features)('become functions that speak both languages: %s', (feature) => {
    const functions = compiled as unknown as Record<string, (i: object, o: { locale: string }) => string>;
    for (const [key, text] of Object.entries(catalogue(feature, 'en'))) {
      if (typeof text !== 'string' || text.includes('{')) continue;
      expect(functions[key]?.({}, { locale: 'en' })).toBe(text);
    }
  });

  it('hold no words that nothing says', () => {
    const source = sources(at('src/')).join('\n');
    const said = new Set([...source.matchAll(/\bm\.(\w+)/g)].map(([, key]) => key));
    // Keys put together from parts: m[`finding_what_${value}`].
    const made = [...source.matchAll(/\bm\[\s*`([^`]+)`/g)].map(([, key = '']) =>
      RegExp(`^${key.replaceAll(/\$\{[^}]*\}/g, '\\w+')}$`),
    );
    const keys = features.flatMap((feature) => Object.keys(catalogue(feature, 'nl')));
    expect(made.length).toBeGreaterThan(0);
    expect(keys.filter((key) => !said.has(key) && !made.some((one) => one.test(key)))).toEqual([]);
  });

  it('never use the words that the product does not have', () => {
    const banned =
      /gesynchroniseerd|verdachte|inval\b|zwarte lijst|\bsynced\b|\bsuspect\b|\braid\b|blacklist|oeps|oops/i;
    for (const feature of features) {
      for (const language of ['nl', 'en']) {
        for (const [key, text] of Object.entries(catalogue(feature, language))) {
          expect([key, banned.exec(JSON.stringify(text))?.[0] ?? null]).toEqual([key, null]);
        }
      }
    }
  });
});
