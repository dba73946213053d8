import { afterEach, expect, it } from 'vitest';
import type { Outcome } from '$core';
import { overwriteGetLocale } from '$paraglide/runtime.js';
import { ACTIONS, actionChoices, actionWord, standingWord, taskWord } from './tasks';

afterEach(() => overwriteGetLocale(() => 'nl'));

const outcome: Outcome = {
  followUp: 'f',
  task: 'follow_up',
  action: 'closure',
  receiver: null,
  about: null,
  proposedDueOn: null,
  state: 'proposed',
  withdrawn: null,
  refusal: null,
  outcome: null,
  asked: false,
  at: '2026-11-25T10:00:00.000Z',
};

it('every action has a name of its own in both languages, and is offered once, in the order of the alphabet', () => {
  for (const locale of ['nl', 'en'] as const) {
    overwriteGetLocale(() => locale);
    const labels = actionChoices().map(({ label }) => label);
    expect(new Set(labels).size).toBe(ACTIONS.length);
    expect(labels).toEqual([...labels].sort((a, b) => a.localeCompare(b)));
    expect(ACTIONS.filter((action) => actionWord(action).includes('_'))).toEqual([]);
  }
});

it('a task names its measure, or whom it is about by name or by kind', () => {
  const inform = { task: 'inform', action: 'advice' };
  expect(taskWord({ task: 'follow_up', action: 'stop_work', about: null })).toBe('Stillegging');
  expect(taskWord({ ...inform, about: { kind: 'kvk' } })).toBe('Licht KvK in, buiten de app');
  expect(taskWord({ ...inform, about: { kind: 'kvk', name: 'KvK Delft' } })).toContain('KvK Delft');
  const unknown = { ...inform, about: { kind: null, name: '' } };
  expect(taskWord(unknown), 'one that the directory does not name').toBe(
    'Licht een andere dienst in, buiten de app',
  );
});

it('tells the outcome or the reason where there is one, and only that it lapsed where it lapsed', () => {
  expect(standingWord(outcome)).toBe('voorgesteld');
  expect(standingWord({ ...outcome, state: 'refused', refusal: 'duplicate' })).toBe('geweigerd: dubbel');
  expect(standingWord({ ...outcome, state: 'closed', outcome: 'informed' })).toBe('ingelicht');
  expect(standingWord({ ...outcome, state: 'closed', outcome: 'informed', withdrawn: 'changed' })).toBe(
    'vervallen',
  );
});
