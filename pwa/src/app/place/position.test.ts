import { expect, it } from 'vitest';
import { toPlace } from './position';

it('a place is written as decimal strings in shortest form', () => {
  expect(toPlace({ lon: 4.2263, lat: 52, accuracy: 7.6 })).toEqual({
    lon: '4.2263',
    lat: '52',
    accuracy: '8',
  });
  expect(toPlace({ lon: -0.00000001, lat: -4.5, accuracy: 0.2 })).toEqual({
    lon: '0',
    lat: '-4.5',
    accuracy: '1',
  });
  expect(toPlace({ lon: 100, lat: 10, accuracy: 3 }).lon).toBe('100');
});
