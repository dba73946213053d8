import { describe, expect, it } from 'vitest';
import { arranged, dropped, moved, placeOf, stepped, type Row } from './order';

const teams = [
  { id: 'a', label: 'A' },
  { id: 'b', label: 'B' },
];
const rows: Row[] = [
  { id: 'one', team: 'a' },
  { id: 'three', team: 'b' },
  { id: 'two', team: 'a' },
  { id: 'loose', team: null },
];
const told = (found: readonly Row[] | null) => found?.map(({ id, team }) => `${id}:${team ?? '-'}`).join(' ');

describe('the order of the sites', () => {
  it('is by team, then by place, and those without a team come last', () => {
    expect(told(arranged(rows, teams))).toBe('one:a two:a three:b loose:-');
  });
  it('is told as letter and place', () => {
    expect(['one', 'two', 'three', 'loose'].map((id) => placeOf(rows, teams, id))).toEqual([
      'A1',
      'A2',
      'B1',
      '',
    ]);
  });

  it.each([
    ['two', -1, 'two:a one:a three:b loose:-'],
    ['one', 1, 'two:a one:a three:b loose:-'],
    ['two', 1, 'one:a two:b three:b loose:-'],
    ['three', -1, 'one:a two:a three:a loose:-'],
    ['loose', -1, 'one:a two:a three:b loose:b'],
    ['three', 1, 'one:a two:a three:- loose:-'],
    ['one', -1, 'one:a two:a three:b loose:-'],
    ['loose', 1, 'one:a two:a three:b loose:-'],
  ] as const)('%s one step %i', (id, by, expected) => {
    expect(told(stepped(rows, teams, id, by))).toBe(expected);
  });

  it.each([
    ['loose', 'A1', 'loose:a one:a two:a three:b'],
    ['loose', ' b 1 ', 'one:a two:a loose:b three:b'],
    ['loose', 'B', 'one:a two:a three:b loose:b'],
    ['one', 'B9', 'two:a three:b one:b loose:-'],
    ['one', 'a0', 'one:a two:a three:b loose:-'],
    ['one', '', 'two:a three:b loose:- one:-'],
  ])('%s to "%s"', (id, typed, expected) => {
    expect(told(moved(rows, teams, id, typed))).toBe(expected);
  });
  it.each(['C1', '7', 'A-1', '??'])('"%s" is no place', (typed) => {
    expect(moved(rows, teams, 'one', typed)).toBeNull();
  });
  it('a team may bear a word', () => {
    const named = [{ id: 'n', label: 'Noord' }];
    expect(told(moved([{ id: 'x', team: null }], named, 'x', 'noord 1'))).toBe('x:n');
  });

  it.each([
    ['loose', 'two', 'one:a loose:a two:a three:b'],
    ['one', 'three', 'two:a one:b three:b loose:-'],
    ['two', 'one', 'two:a one:a three:b loose:-'],
    ['one', 'one', 'one:a two:a three:b loose:-'],
    ['one', null, 'two:a three:b loose:- one:-'],
  ])('%s dropped before %s', (id, before, expected) => {
    expect(told(dropped(rows, teams, id, before))).toBe(expected);
  });
  it('leaves the given list as it was', () => {
    const before = JSON.stringify(rows);
    stepped(rows, teams, 'two', -1);
    moved(rows, teams, 'one', 'B1');
    dropped(rows, teams, 'one', 'three');
    expect(JSON.stringify(rows)).toBe(before);
  });
});
