import { expect, it } from 'vitest';
import { likelyRoom, OFFERED_FOR_MS, rooms, used } from './room';

it('offers the last room of this visit for a quarter of an hour', () => {
  let uses = used([], 'a', 'Kantine', 0);
  uses = used(uses, 'a', ' Pakhal, deur 3 ', 1000);
  uses = used(uses, 'b', 'Loods', 2000);
  expect(likelyRoom(uses, 'a', 1000 + OFFERED_FOR_MS)).toBe('Pakhal, deur 3');
  expect(likelyRoom(uses, 'a', 1001 + OFFERED_FOR_MS)).toBe('');
  expect(rooms(uses, 'a')).toEqual(['Pakhal, deur 3', 'Kantine']);
  expect(rooms(used(uses, 'a', 'Kantine', 3000), 'a')).toEqual(['Kantine', 'Pakhal, deur 3']);
  expect(used(uses, 'a', '  ', 9)).toBe(uses);
});
