import { expect, it } from 'vitest';
import { learned, offered, withPhrase } from './phrases';

it('offers what was used more than once before the fixed ones, and not what already stands there', () => {
  let uses = learned([], 'BRA-EXIT', 'Pallet voor deur, op slot');
  uses = learned(uses, 'BRA-EXIT', 'Op slot. Direct vrijgemaakt');
  uses = learned(uses, 'BRA-ROUTE', 'Op slot, op slot');
  expect(offered(uses, 'BRA-EXIT', ['geen sleutel', 'a', 'b'], '')).toEqual(['op slot', 'geen sleutel', 'a']);
  expect(offered(uses, 'BRA-EXIT', ['geen sleutel'], 'Deur op slot')).toEqual(['geen sleutel']);
});

it('does not learn numbers, which may be names of persons, nor whole stories', () => {
  const uses = learned([], 'x', 'nummer 0612345678, ' + 'a'.repeat(60));
  expect(uses).toEqual([]);
});

it('joins a phrase as one writes it', () => {
  expect(withPhrase('', 'op slot')).toBe('Op slot');
  expect(withPhrase('Deur 3', 'op slot')).toBe('Deur 3, op slot');
  expect(withPhrase('Deur 3 open. ', 'op slot')).toBe('Deur 3 open. Op slot');
});
