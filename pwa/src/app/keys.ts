/**
 * Single-letter shortcuts of a screen: `$effect(() => shortcuts({ n: newFinding }))`.
 * They do nothing in text fields, with a modifier, under an open dialog, or when switched off.
 */
import { preferences } from './preferences.svelte';

export function shortcuts(keys: Record<string, (event: KeyboardEvent) => void>): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (!preferences.keys || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest(typing) !== null) return;
    if (document.querySelector('dialog[open]') !== null) return;
    const run = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (run === undefined) return;
    event.preventDefault();
    run(event);
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}

const typing = 'input:not([type=radio], [type=checkbox], [type=button]), textarea, select, [contenteditable]';
