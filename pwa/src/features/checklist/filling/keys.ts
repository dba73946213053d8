/** Keys of the checklist: single letters as elsewhere, arrows outside of lists and fields, Ctrl+Z for the last step. */
const TYPING = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]';
/** In a list of choices the arrows choose; in Ja, Nee, N.v.t. they go to the next question. */
const CHOICES = 'input[type=radio], input[type=checkbox]';

/** `undo` is Ctrl+Z or Cmd+Z. Returns the undoing. Letters do nothing when switched off. */
export function keysOf(letters: () => boolean, keys: Record<string, () => void>): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || document.querySelector('dialog[open]') !== null) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest(TYPING)) return;
    const withControl = event.ctrlKey || event.metaKey;
    const name =
      withControl && event.key.toLowerCase() === 'z' ? 'undo' : withControl ? '' : nameOf(event.key);
    if (name.length === 1 && !letters()) return;
    if (name.startsWith('Arrow') && target?.matches(CHOICES) && !target.closest('.answers')) return;
    const run = keys[name];
    if (run === undefined) return;
    event.preventDefault();
    run();
  };
  document.addEventListener('keydown', onKey, true);
  return () => document.removeEventListener('keydown', onKey, true);
}

const nameOf = (key: string) => (key.length === 1 ? key.toLowerCase() : key);
