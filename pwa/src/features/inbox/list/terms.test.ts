import { describe, expect, it } from 'vitest';
import { setLanguage } from '$app/i18n';
import { daysUntil, grouped, groupOf, termWord } from './terms';

const WEDNESDAY = '2026-11-25';

describe('terms', () => {
  it.each([
    ['2026-11-22', 'late'],
    ['2026-11-25', 'today'],
    ['2026-11-26', 'week'],
    ['2026-11-29', 'week'],
    ['2026-11-30', 'later'],
    [null, 'none'],
  ])('%s stands under %s', (date, group) => {
    expect(groupOf(date, WEDNESDAY)).toBe(group);
  });

  it('on a Sunday nothing more is this week', () => {
    expect(groupOf('2026-11-30', '2026-11-29')).toBe('later');
  });

  it('counts whole days, also over the change to winter time', () => {
    expect(daysUntil('2026-10-26', '2026-10-24')).toBe(2);
  });

  it('keeps the order of the server and makes a heading where it changes', () => {
    const rows = ['2026-11-20', '2026-11-24', '2026-11-25', null].map((dueOn) => ({ dueOn }));
    expect(grouped(rows, WEDNESDAY).map(({ group, rows: under }) => [group, under.length])).toEqual([
      ['late', 2],
      ['today', 1],
      ['none', 1],
    ]);
  });

  it('says what a date means today', () => {
    setLanguage('nl');
    expect(termWord('2026-11-22', WEDNESDAY)).toBe('3 dagen te laat');
    expect(termWord('2026-11-24', WEDNESDAY)).toBe('1 dag te laat');
    expect(termWord(WEDNESDAY, WEDNESDAY)).toBe('vandaag');
    expect(termWord('2026-11-27', WEDNESDAY)).toBe('vr 27 nov');
    expect(termWord(null, WEDNESDAY)).toBe('geen termijn');
  });
});
