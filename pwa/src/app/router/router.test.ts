import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { back, href, navigate, router, setQuery } from './index';
import { startRouter } from './router.svelte';

let stop: () => void;
beforeEach(() => {
  history.replaceState(null, '', '/');
  stop = startRouter();
});
afterEach(() => {
  stop();
  document.body.innerHTML = '';
});

function press(html: string, init: MouseEventInit = {}): boolean {
  document.body.innerHTML = html;
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, button: 0, ...init });
  document.querySelector('a')?.dispatchEvent(event);
  flushSync();
  return event.defaultPrevented;
}

describe('a link', () => {
  it('is followed without loading the page', () => {
    expect(press('<a href="/sync">Sync</a>')).toBe(true);
    expect(router.current?.name).toBe('sync');
    expect(router.arrival.kind).toBe('forward');
  });
  it.each([
    ['to another site', '<a href="https://elders.example/">x</a>', {}],
    ['to an address without a screen, such as a download', '<a href="/api/v1/x.pdf">x</a>', {}],
    ['with a target', '<a href="/sync" target="_blank">x</a>', {}],
    ['pressed with Ctrl', '<a href="/sync">x</a>', { ctrlKey: true }],
  ])('%s is left to the browser', (_, html, init) => {
    document.addEventListener('click', (event) => event.preventDefault(), { once: true });
    press(html, init);
    expect(router.current?.name).toBe('today');
  });
});

describe('the router', () => {
  it('changes the query without a new screen', () => {
    navigate(href('inbox', {}));
    setQuery({ view: 'due' });
    expect(router.current?.query.get('view')).toBe('due');
    setQuery({ view: null });
    expect(location.search).toBe('');
  });
  it('goes to the fallback when there is nothing to go back to', () => {
    navigate(href('sync', {}), { replace: true });
    back(href('messages', {}));
    expect(router.current?.name).toBe('messages');
  });
  it('says that there is no screen', () => {
    navigate('/nowhere');
    expect(router.current).toBeNull();
  });
});
