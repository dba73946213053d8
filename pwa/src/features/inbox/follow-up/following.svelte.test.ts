import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';

const asked: string[] = [];
vi.mock('$core', () => ({
  inbox: {
    readFollowUp: (id: string) => {
      asked.push(id);
      if (asked.length > 9) return new Promise(() => undefined); // enough to see that it goes on for ever
      return Promise.resolve({ value: { id }, at: '2026-11-25T12:00:00.000Z', offline: false });
    },
    readHandlers: () => Promise.resolve({ value: [] }),
    overtakenBy: () => null,
  },
  Refused: class extends Error {},
}));
const { Following } = await import('./following.svelte');

const settled = async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    flushSync();
    await new Promise((resolve) => setTimeout(resolve));
  }
};

describe('a follow-up on the screen', () => {
  it('is read once, and again when another one is opened', async () => {
    const following = new Following();
    let id = $state('one');
    const end = $effect.root(() => {
      $effect(() => void following.load(id));
    });
    await settled();
    expect(following.value).toEqual({ id: 'one' });
    expect(asked).toEqual(['one']);
    id = 'two';
    await settled();
    expect(asked).toEqual(['one', 'two']);
    end();
  });
});
