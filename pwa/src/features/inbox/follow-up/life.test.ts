import { beforeAll, describe, expect, it } from 'vitest';
import type { inbox } from '$core';
import { setLanguage } from '$app/i18n';
import { lifeOf } from './life';

const AT = '2026-11-24T10:02:00.000Z';
const at = (state: string, more: object = {}) =>
  lifeOf({
    state,
    withdrawn: null,
    history: [{ what: 'proposed', at: AT }],
    acceptance: ['accepted', 'in_progress', 'closed'].includes(state) ? { at: AT } : null,
    startedAt: state === 'in_progress' ? AT : null,
    refusal: null,
    closure: state === 'closed' ? { at: AT } : null,
    ...more,
  } as unknown as inbox.FollowUp).map(({ label, state: is }) => [label, is]);

describe('the life of a follow-up', () => {
  beforeAll(() => {
    setLanguage('nl');
  });

  it('begins with what waits for this agency', () => {
    expect(at('proposed')).toEqual([
      ['Voorgesteld', 'done'],
      ['Aanvaard', 'now'],
      ['In behandeling', 'later'],
      ['Gesloten', 'later'],
    ]);
  });

  it('goes on step by step', () => {
    expect(at('accepted').map(([, is]) => is)).toEqual(['done', 'done', 'now', 'later']);
    expect(at('in_progress').map(([, is]) => is)).toEqual(['done', 'done', 'done', 'now']);
    expect(at('closed').map(([, is]) => is)).toEqual(['done', 'done', 'later', 'done']);
  });

  it('ends at a refusal', () => {
    expect(at('refused', { refusal: { at: AT } })).toEqual([
      ['Voorgesteld', 'done'],
      ['Geweigerd', 'stopped'],
    ]);
  });

  it('asks nothing of anybody once the finding is gone', () => {
    expect(at('proposed', { withdrawn: 'dismissed' }).map(([, is]) => is)).not.toContain('now');
  });
});
