import { describe, expect, it } from 'vitest';
import { defne, finding, nothing, one } from '../cast';
import { counts, inOrder, standing } from './order';

const names = (...some: Parameters<typeof inOrder>[0]) => inOrder(some).map(({ entity }) => entity);

describe('the findings of a visit', () => {
  it('are in order of severity, then the latest first', () => {
    const at = (time: string) =>
      one({ title: '', severity: 'serious' as const, text: null, kind: 'violation' as const }, defne, time);
    expect(
      names(
        finding('early', { severity: 'serious', register: at('2026-11-25T09:00:00.000Z') }),
        finding('worst', { severity: 'critical' }),
        finding('late', { severity: 'serious', register: at('2026-11-25T11:00:00.000Z') }),
      ),
    ).toEqual(['worst', 'late', 'early']);
  });
  it('keep what was withdrawn or dismissed in sight, at the end', () => {
    const gone = finding('gone', { severity: 'critical', register: { ...nothing(), withdrawnBy: defne } });
    const dismissed = finding('dismissed', { decision: 'dismiss', severity: 'critical' });
    expect(names(dismissed, gone, finding('stands'))).toEqual(['stands', 'gone', 'dismissed']);
    expect([gone, dismissed].map(standing)).toEqual(['withdrawn', 'dismissed']);
  });
  it('are counted by severity as far as they stand and are violations', () => {
    expect(
      counts([
        finding('a', { severity: 'critical' }),
        finding('b', { severity: 'critical', decision: 'dismiss' }),
        finding('c', { severity: 'minor', kind: 'good_practice' }),
        finding('d', { severity: 'moderate' }),
      ]),
    ).toEqual([
      ['critical', 1],
      ['moderate', 1],
    ]);
  });
});
