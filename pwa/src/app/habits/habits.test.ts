import { beforeEach, expect, it, vi } from 'vitest';

/** The habits as after a start of the app. */
async function started() {
  vi.resetModules();
  return import('./habits');
}

beforeEach(() => localStorage.clear());

const using = (word: string) => (before: string[]) => [...before, word];

it('one person is offered nothing of another', async () => {
  const { habit, learn } = await started();
  learn('a|brw', 'phrases', using('nooddeur op slot'), true);
  expect(habit('a|brw', 'phrases')).toEqual(['nooddeur op slot']);
  expect(habit('b|gem', 'phrases')).toEqual([]);
  expect(habit('a|gem', 'phrases')).toEqual([]);
});

it('what not everybody at the visit reads is never written down', async () => {
  const { learn, habit } = await started();
  learn('a|brw', 'rooms', using('kelder'), false);
  learn('a|brw', 'rooms', using('hal'), true);
  expect(habit('a|brw', 'rooms')).toEqual(['kelder', 'hal']);
  expect(JSON.stringify(Object.entries(localStorage))).not.toContain('kelder');
  expect((await started()).habit('a|brw', 'rooms')).toEqual(['hal']);
});

it('signing out leaves nothing, and takes nothing else along', async () => {
  const { forgetHabits, habit, learn } = await started();
  localStorage.setItem('gh.theme', 'dark');
  learn('a|brw', 'rooms', using('hal'), true);
  forgetHabits();
  expect(habit('a|brw', 'rooms')).toEqual([]);
  expect(Object.entries(localStorage)).toEqual([['gh.theme', 'dark']]);
});
