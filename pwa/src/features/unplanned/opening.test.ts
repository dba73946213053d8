import { expect, it } from 'vitest';
import type { TodayVisit } from '$core';
import { missing, nearVisit } from './opening';

const place = { lon: '4.2', lat: '51.99', accuracy: '8' };

it('asks for what is seen, why, and where, in that order', () => {
  expect(missing({ label: ' ', reason: '', place: null })).toEqual(['label', 'reason', 'place']);
  expect(missing({ label: 'Loods', reason: 'licht aan', place })).toEqual([]);
});

it('takes the place of a visit nearby, and does not say that it is exact', () => {
  const site = {
    id: 's',
    name: 'n',
    address: 'a',
    town: 't',
    municipality: 'GM1783',
    lon: 4.2337,
    lat: 52,
    fictitious: true,
    plot: null,
  };
  expect(nearVisit({ site } as TodayVisit)).toEqual({ lon: '4.2337', lat: '52', accuracy: '250' });
  expect(nearVisit({ site: null } as TodayVisit)).toBeNull();
});
