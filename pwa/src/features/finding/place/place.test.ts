import { describe, expect, it } from 'vitest';
import { judge, pointedOut, shortest, toPlace } from './place';

const fix = { lon: 4.2203, lat: 52.0119, accuracy: 8, at: 1_000_000 };

describe('a place', () => {
  it('is good while fresh and narrow, and says which of the two fails', () => {
    expect(judge(fix, fix.at + 60_000)).toBe('good');
    expect(judge(fix, fix.at + 60_001)).toBe('old');
    expect(judge({ ...fix, accuracy: 30.1 }, fix.at)).toBe('wide');
    expect(judge(null, fix.at)).toBe('none');
  });

  it('is recorded as decimal strings in shortest form', () => {
    expect(toPlace({ lon: 4.2203004, lat: -0.0000001, accuracy: 8.04, at: 0 })).toEqual({
      lon: '4.2203',
      lat: '0',
      accuracy: '8',
    });
    expect(shortest(1e-7, 6)).toBe('0');
    expect(shortest(100, 0)).toBe('100');
    expect(shortest(1234567.5, 1)).toBe('1234567.5');
  });

  it('pointed out by hand is as wide as the thumb that did it', () => {
    expect(pointedOut(4.2, 52, 0.5)).toEqual({ lon: '4.2', lat: '52', accuracy: '12' });
    expect(pointedOut(4.2, 52, 0.001).accuracy).toBe('1');
  });
});
