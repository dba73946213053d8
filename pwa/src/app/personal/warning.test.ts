import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import type { DataClass } from '$core';
import Personal from './Personal.svelte';

let shown: Record<string, unknown>;
afterEach(() => unmount(shown));

function warning(text: string, dataClass: DataClass): string {
  shown = mount(Personal, { target: document.body, props: { text, dataClass } });
  flushSync();
  return document.querySelector('[role=status]')?.textContent.trim() ?? '';
}

it('says what it looks like and who reads it', () => {
  expect(warning('bel 06-12345678', 'team')).toBe(
    'Dit lijkt een telefoonnummer. Wie ziet dit? Wie bij dit bezoek is ingedeeld, van elke dienst. ' +
      'Behandelaars en coördinatoren van de diensten die aan dit bezoek meedoen. De leider van de actie.',
  );
});

it('is silent in the own part, and where nothing looks like a person', () => {
  expect(warning('bel 06-12345678', 'agency')).toBe('');
  void unmount(shown);
  expect(warning('pallet voor deur 3', 'team')).toBe('');
});
