import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as m from '$paraglide/messages.js';
import Choose from './Choose.svelte';

let shown: Record<string, unknown>;
const onchoose = vi.fn();

beforeEach(() => {
  onchoose.mockClear();
  shown = mount(Choose, {
    target: document.body,
    props: { open: true, letter: 'B', big: 'Nee', joint: true, onchoose, onclose: () => undefined },
  });
  flushSync();
});
afterEach(() => unmount(shown));

function press(words: string): void {
  const button = [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent.trim() === words,
  );
  button?.click();
  flushSync();
}
function write(words: string): void {
  const field = document.querySelector('input');
  if (field === null) throw new Error('no field for another reason');
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  flushSync();
}

it('a usual reason is one tap, and a second tap is no second decision', () => {
  const reason = m.conflicts_choose_reason({ reason: 'together' });
  press(reason);
  press(reason);
  expect(onchoose.mock.calls).toEqual([[reason]]);
});

it('nothing is chosen without a reason: the field says so', () => {
  write('   ');
  press(m.conflicts_choose());
  expect(onchoose).not.toHaveBeenCalled();
  expect(document.body.textContent).toContain(m.conflicts_reason_missing());
});

it('another reason is kept as it was written', () => {
  write(' Deur stond open bij de eerste keer ');
  press(m.conflicts_choose());
  expect(onchoose.mock.calls).toEqual([['Deur stond open bij de eerste keer']]);
});

it('a reason that all read warns of what looks personal', () => {
  write('Bel 06-12345678');
  expect(document.body.textContent).toContain(m.words_personal_phone());
});
