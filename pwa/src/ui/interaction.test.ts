/** What the components do under keys and presses; how they look is the gallery's matter. */
import { createRawSnippet, flushSync, mount, unmount, type Component } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import AnswerGroup from './answer-group/AnswerGroup.svelte';
import Button from './button/Button.svelte';
import ChoiceList from './choice-list/ChoiceList.svelte';
import Counter from './counter/Counter.svelte';
import StageChip from './stage/StageChip.svelte';
import TabsExample from './tabs/Examples.svelte';

let mounted: Record<string, unknown>[] = [];
afterEach(async () => {
  await Promise.all(mounted.map((one) => unmount(one)));
  mounted = [];
  document.body.innerHTML = '';
});
function show(component: Component<never>, props: Record<string, unknown>) {
  mounted.push(mount(component as Component<Record<string, unknown>>, { target: document.body, props }));
  flushSync();
}
const all = <E extends Element>(selector: string) => [...document.querySelectorAll<E>(selector)];
const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));

describe('an answer', () => {
  it('is given by one press and told once', () => {
    const onchange = vi.fn();
    show(AnswerGroup, { name: 'q', labelledby: 'x', value: null, onchange });
    all<HTMLInputElement>('input')[1]?.click();
    expect(onchange.mock.calls).toEqual([['no']]);
  });
  it('is red only where it leads to a finding: yes can be, no need not be', () => {
    show(AnswerGroup, {
      name: 'q',
      labelledby: 'x',
      value: 'yes',
      leadsToFinding: ['yes'],
      onchange: vi.fn(),
    });
    expect(all('label').map((label) => label.classList.contains('bad'))).toEqual([true, false, false]);
  });
});

describe('a counter', () => {
  it('counts one and five, and never below its least', () => {
    const onchange = vi.fn();
    show(Counter, { id: 'c', labelledby: 'x', value: 0, onchange });
    for (const button of all<HTMLButtonElement>('button')) button.click();
    expect(onchange.mock.calls).toEqual([[0], [5], [1]]);
  });
  it('takes a typed number, and leaves what is no number alone', () => {
    const onchange = vi.fn();
    show(Counter, { id: 'c', labelledby: 'x', value: 3, onchange });
    const input = all<HTMLInputElement>('input')[0];
    if (input === undefined) throw new Error('no input');
    for (const text of ['27', 'veel', '']) {
      input.value = text;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }
    expect(onchange.mock.calls).toEqual([[27], [null]]);
  });
});

describe('several choices', () => {
  it('keep the order of the list, not of the pressing', () => {
    const onchange = vi.fn();
    const options = ['a', 'b', 'c'].map((value) => ({ value, label: value }));
    show(ChoiceList, { labelledby: 'x', kind: 'many', options, values: ['c'], onchange });
    all<HTMLInputElement>('input')[0]?.click();
    expect(onchange.mock.calls).toEqual([[['a', 'c']]]);
  });
});

describe('a button', () => {
  it('that is busy cannot be pressed twice', () => {
    const onclick = vi.fn();
    show(Button, { busy: true, onclick, children: words('Bewaar') });
    all<HTMLButtonElement>('button')[0]?.click();
    expect(onclick).not.toHaveBeenCalled();
  });
});

describe('tabs', () => {
  it('move with the arrows, around both ends, and show where they are', () => {
    show(TabsExample, {});
    const tab = () => all<HTMLElement>('[role=tab][aria-selected=true]')[0];
    const key = (name: string) => {
      tab()?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
      flushSync();
    };
    key('ArrowLeft');
    expect(tab()?.textContent).toBe('Arbeidsinspectie');
    key('ArrowRight');
    expect(tab()?.textContent).toBe('Gezamenlijk');
    expect(document.querySelector('[role=tabpanel]')?.textContent).toContain('joint');
    expect(all('[role=tab][tabindex="0"]')).toHaveLength(1);
  });
});

describe('a stage', () => {
  it("is said in full to readers, and nothing is said of someone else's", () => {
    show(StageChip, { stage: 'on-device' });
    expect(document.body.textContent).toContain('Op dit apparaat, nog niet verzonden');
    document.body.innerHTML = '';
    show(StageChip, { stage: 'received' });
    expect(document.body.textContent.trim()).toBe('');
  });
});
