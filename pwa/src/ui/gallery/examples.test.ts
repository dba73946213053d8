/** Every component has examples, and each of them passes axe's rules of structure (colours: theme.test.ts, browser tests). */
import axe from 'axe-core';
import { flushSync, mount, unmount, type Component } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';

const examples = import.meta.glob<{ default: Component }>('../*/Examples.svelte', { eager: true });
const components = import.meta.glob(['../*/*.svelte', '!../gallery/*.svelte']);
const folder = (path: string) => path.split('/')[1] ?? '';

let mounted: Record<string, unknown> | null = null;
afterEach(async () => {
  if (mounted !== null) await unmount(mounted);
  mounted = null;
  document.body.innerHTML = '';
});

describe('the gallery', () => {
  it('shows every component', () => {
    const folders = new Set(Object.keys(components).map(folder));
    expect([...folders].filter((name) => !(`../${name}/Examples.svelte` in examples))).toEqual([]);
  });

  it.each(Object.keys(examples).map(folder))('axe finds nothing in %s', async (name) => {
    document.body.innerHTML = '<main></main>';
    const target = document.querySelector('main');
    if (target === null) throw new Error('no main');
    const example = examples[`../${name}/Examples.svelte`];
    if (example === undefined) throw new Error('no example');
    mounted = mount(example.default, { target });
    flushSync();
    const found = await axe.run(target, {
      rules: { 'color-contrast': { enabled: false }, 'heading-order': { enabled: false } },
    });
    const violations = found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' | ')}`,
    );
    expect(violations).toEqual([]);
  });

  it.each(Object.keys(examples).map(folder))(
    '%s has no style attribute in its markup, which the CSP would refuse',
    (name) => {
      const sources = import.meta.glob<string>('../*/*.svelte', {
        eager: true,
        query: '?raw',
        import: 'default',
      });
      for (const [path, source] of Object.entries(sources)) {
        if (folder(path) === name) expect(source).not.toMatch(/\sstyle="/);
      }
    },
  );
});
