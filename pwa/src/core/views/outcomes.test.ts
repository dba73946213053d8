/** What became of findings, as the inspector reads it offline. */
import { describe, expect, it } from 'vitest';
import type { DocumentRow } from '../store/rows';
import { namesOf } from './names';
import { outcomesOf } from './outcomes';

const FIRE = { id: 'brw', code: 'BRW', kind: 'brandweer', name: 'Brandweer', short: 'Brandweer' };

const told = (id: string, finding: string, more: object = {}): DocumentRow => {
  const body = {
    id,
    finding,
    task: 'follow_up',
    action: 'warning',
    receiver: 'brw',
    about: null,
    proposedDueOn: null,
    state: 'proposed',
    withdrawn: null,
    refusal: null,
    outcome: null,
    asked: false,
    at: '2026-11-25T10:00:00.000Z',
    ...more,
  };
  return {
    part: 'p',
    scope: 'agency:d:brw',
    id,
    type: 'follow_up_status',
    version: 1,
    n: 1,
    aside: 0,
    body: { form: 'plain', json: JSON.stringify(body) },
  };
};
const directory = { agencies: [FIRE], members: [], checklists: [], parameters: [] };
const of = (...rows: DocumentRow[]) => outcomesOf(rows, namesOf(null, [directory]));

describe('what became of a finding', () => {
  it('is told with each finding, in order of time, whatever order it came in', async () => {
    const found = await of(
      told('later', 'f1', { at: '2026-11-25T12:00:00.000Z', state: 'closed', outcome: 'solved' }),
      told('other', 'f2'),
      told('first', 'f1'),
    );
    expect([...found].sort().map(([finding, all]) => [finding, all.map(({ followUp }) => followUp)])).toEqual(
      [
        ['f1', ['first', 'later']],
        ['f2', ['other']],
      ],
    );
    expect(found.get('f1')?.at(-1)).toMatchObject({ state: 'closed', outcome: 'solved' });
  });

  it('names the agency that has it, also one that no directory here names', async () => {
    const found = await of(
      told('a', 'f'),
      told('b', 'f', { receiver: 'gem' }),
      told('c', 'f', { receiver: null }),
    );
    const receivers = found.get('f')?.map(({ receiver }) => receiver && [receiver.id, receiver.name]);
    expect(receivers?.[0]).toEqual(['brw', 'Brandweer']);
    expect(receivers?.[1]?.[0]).toBe('gem');
    expect(receivers?.[2]).toBeNull();
  });

  it('names whom a decision to share is about, an agency or a kind of them', async () => {
    const found = await of(
      told('a', 'f', { about: { kind: null, agency: 'brw' } }),
      told('b', 'f', { about: { kind: 'gemeente', agency: null } }),
    );
    expect(found.get('f')?.map(({ about }) => [about?.kind, about?.agency?.name])).toEqual([
      [null, 'Brandweer'],
      ['gemeente', undefined],
    ]);
  });

  it('tells a refusal and its reason, and that a question waits', async () => {
    const found = await of(told('a', 'f', { state: 'refused', refusal: 'not_ours', asked: true }));
    expect(found.get('f')).toMatchObject([{ state: 'refused', refusal: 'not_ours', asked: true }]);
  });
});
