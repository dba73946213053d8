/** The page of rooms names every room there is, and no other. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const at = (path: string) => new URL(`../src/${path}`, import.meta.url);
const folders = (path: string) =>
  readdirSync(at(path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
const readme = readFileSync(at('README.md'), 'utf8');

it('every folder of the source has its line', () => {
  const named = [...readme.matchAll(/^\| `([\w-]+)\/` \|/gm)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(folders('.').toSorted());
});

it('every component is in the table of needs', () => {
  const silent = ['gallery', 'theme'];
  const missing = folders('ui').filter((name) => !silent.includes(name) && !readme.includes(`\`${name}/`));
  expect(missing).toEqual([]);
});
