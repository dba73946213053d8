import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keysOf } from './keys';

const pressed = vi.fn();
let letters = true;
let stop: () => void;

beforeEach(() => {
  letters = true;
  pressed.mockClear();
  const run = (name: string) => () => pressed(name);
  stop = keysOf(() => letters, { j: run('j'), ArrowDown: run('down'), undo: run('undo') });
});
afterEach(() => {
  stop();
  document.body.innerHTML = '';
});

function press(html: string, key: string, init: KeyboardEventInit = {}) {
  document.body.innerHTML = html;
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  (document.querySelector('input, textarea, button') ?? document.body).dispatchEvent(event);
}

describe('the keys of a checklist', () => {
  it('answer and move', () => {
    press('<button>x</button>', 'J');
    press('<button>x</button>', 'ArrowDown');
    expect(pressed.mock.calls).toEqual([['j'], ['down']]);
  });
  it('take the last step back by Ctrl+Z', () => {
    press('<button>x</button>', 'z', { ctrlKey: true });
    expect(pressed).toHaveBeenCalledWith('undo');
  });
  it.each([
    ['a field', '<input type="text">', 'j', {}],
    ['a text', '<textarea></textarea>', 'z', { ctrlKey: true }],
  ])('do nothing in %s', (_, html, key, init) => {
    press(html, key, init);
    expect(pressed).not.toHaveBeenCalled();
  });
  it('leave the arrows to a list of choices, but not to Ja, Nee, N.v.t.', () => {
    press('<input type="radio">', 'ArrowDown');
    expect(pressed).not.toHaveBeenCalled();
    press('<div class="answers"><input type="radio"></div>', 'ArrowDown');
    expect(pressed).toHaveBeenCalledWith('down');
  });
  it('can have their letters switched off, never the arrows', () => {
    letters = false;
    press('<button>x</button>', 'j');
    press('<button>x</button>', 'ArrowDown');
    expect(pressed.mock.calls).toEqual([['down']]);
  });
  it('wait while a dialog is open', () => {
    press('<dialog open><button>x</button></dialog>', 'j');
    expect(pressed).not.toHaveBeenCalled();
  });
});
