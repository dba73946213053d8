import { describe, expect, it } from 'vitest';
import type { TodayView, TodayVisit } from '$core';
import { allOnServer, dayInFigures, momentOf, rowState } from './moment';

const visit = (dossier: string, change: Partial<TodayVisit> = {}): TodayVisit => ({
  dossier,
  label: dossier,
  site: null,
  visit: null,
  unplanned: false,
  order: 1,
  slot: null,
  agencies: [],
  entryOrder: [],
  warning: null,
  word: 'planned',
  ownWord: null,
  since: null,
  findings: 0,
  photos: { total: 0, safe: 0 },
  waiting: 0,
  conflicts: 0,
  ...change,
});
const day = (visits: TodayVisit[], next: string | null): TodayView => ({
  action: null,
  team: null,
  visits,
  next,
  ready: { visits: true, checklists: { here: 1, of: 1 }, asOf: null },
});

describe('the top of the day', () => {
  it('is the visit one is at, also when another comes next', () => {
    const here = visit('b', { ownWord: 'arrived' });
    expect(momentOf(day([visit('a'), here], 'a'))).toEqual({ kind: 'here', visit: here });
  });
  it('is a suspended visit too: it is not over', () => {
    expect(momentOf(day([visit('a', { ownWord: 'suspended' }), visit('b')], 'b')).kind).toBe('here');
  });
  it('is the next one while nobody of the own agency is anywhere', () => {
    expect(momentOf(day([visit('a', { ownWord: 'closed' }), visit('b')], 'b'))).toMatchObject({
      kind: 'next',
      visit: { dossier: 'b' },
    });
  });
  it('is the end of the day after the last', () => {
    expect(momentOf(day([visit('a', { ownWord: 'closed' })], null)).kind).toBe('done');
    expect(momentOf(day([], null)).kind).toBe('nothing');
  });
});

describe('a row of the route', () => {
  it("is not done when only a colleague's agency closed", () => {
    expect(rowState(visit('a', { word: 'closed' }), null)).toBe('planned');
    expect(rowState(visit('a', { word: 'closed', ownWord: 'closed' }), null)).toBe('done');
  });
  it('says all is on the server only with every photo there', () => {
    expect(allOnServer(visit('a', { photos: { total: 3, safe: 2 } }))).toBe(false);
    expect(allOnServer(visit('a', { photos: { total: 3, safe: 3 }, waiting: 1 }))).toBe(false);
    expect(allOnServer(visit('a', { photos: { total: 3, safe: 3 } }))).toBe(true);
  });
});

it('the figures of the day add up over the visits', () => {
  const one = visit('a', { ownWord: 'closed', findings: 3, photos: { total: 4, safe: 4 } });
  const two = visit('b', { findings: 1, photos: { total: 2, safe: 1 }, waiting: 5 });
  expect(dayInFigures(day([one, two], 'b'))).toEqual({
    visits: 2,
    closed: 1,
    findings: 4,
    photos: 6,
    safe: 5,
    waiting: 5,
  });
});
