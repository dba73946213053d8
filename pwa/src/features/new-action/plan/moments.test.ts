import { describe, expect, it } from 'vitest';
import { instantOf, later, localOf, minutesOf } from './moments';

describe('days and hours in the Netherlands', () => {
  it.each([
    ['2026-11-25', '08:40', '2026-11-25T07:40:00.000Z'],
    ['2026-07-01', '08:40', '2026-07-01T06:40:00.000Z'],
    ['2026-03-29', '03:30', '2026-03-29T01:30:00.000Z'],
    ['2026-01-01', '00:15', '2025-12-31T23:15:00.000Z'],
  ])('%s %s is %s', (day, time, instant) => {
    expect(instantOf({ day, time })).toBe(instant);
    expect(localOf(instant)).toEqual({ day, time });
  });
  it('the hour that is there twice is one of the two', () => {
    const found = instantOf({ day: '2026-10-25', time: '02:30' });
    expect(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']).toContain(found);
  });
  it.each([
    ['', '08:40'],
    ['2026-11-25', ''],
    ['2026-13-01', '08:40'],
    ['25-11-2026', '08:40'],
  ])('"%s" "%s" is no moment', (day, time) => {
    expect(instantOf({ day, time })).toBeNull();
  });
  it('counts minutes', () => {
    expect(later('2026-11-25T07:40:00.000Z', 75)).toBe('2026-11-25T08:55:00.000Z');
    expect(minutesOf({ from: '2026-11-25T07:40:00.000Z', until: '2026-11-25T08:55:00.000Z' })).toBe(75);
  });
});
