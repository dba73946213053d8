import { describe, expect, it, vi } from 'vitest';
import type { Site } from '$core';

vi.mock('$core', () => ({ record: vi.fn() }));
const { isFar, metresFrom } = await import('./arrive');

const site: Site = {
  id: 's',
  name: 'Kwekerij',
  address: 'Zwethlaan 41',
  town: 'Honselersdijk',
  municipality: 'GM1783',
  lon: 4.2263,
  lat: 52.0059,
  fictitious: true,
  plot: null,
};
const off = (metres: number, accuracy: number) => ({
  lon: 4.2263,
  lat: 52.0059 + metres / 111_195,
  accuracy,
});

describe('arriving', () => {
  it('is asked about when surely further than 300 m from the address', () => {
    expect(isFar(site, off(1200, 8))).toBe(true);
    expect(metresFrom(site, off(1200, 8))).toBeCloseTo(1200, 0);
  });
  it('is not when the fix is too wide to say', () => {
    expect(isFar(site, off(320, 50))).toBe(false);
  });
  it('is not when near, or when either place is unknown', () => {
    expect(isFar(site, off(120, 8))).toBe(false);
    expect(isFar(null, off(1200, 8))).toBe(false);
    expect(isFar(site, null)).toBe(false);
  });
});
