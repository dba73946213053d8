/** Whether this tab is in the middle of something that a reload would disturb. */
import { router } from '../router';

const working = ['checklist', 'newFinding', 'unplanned', 'newAction', 'action', 'followUp', 'conflicts'];

export function busy(): boolean {
  return (
    working.includes(router.current?.name ?? '') ||
    document.querySelector('dialog[open]') !== null ||
    document.activeElement?.matches('input, textarea, select, [contenteditable]') === true
  );
}
