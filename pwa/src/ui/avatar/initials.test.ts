import { expect, it } from 'vitest';
import { initials } from './initials';

it.each([
  ['Nadia Amrani', 'NA'],
  ['Tom de Vries', 'TV'],
  ['Łukasz Żak', 'ŁŻ'],
  ['Jan', 'J'],
  ['', ''],
])('%s is shortened to %s', (name, short) => {
  expect(initials(name)).toBe(short);
});
