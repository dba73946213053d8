/** The words of tasks: what is asked, by whom, in which state. */
import type { Agency, inbox } from '$core';
import { words } from '$app/i18n';
import * as named from '$app/words/tasks';
import * as m from '$paraglide/messages.js';

type Item = inbox.FollowUpItem;
type Asked = Pick<Item, 'task' | 'action' | 'about'>;

/** Agencies by id, as far as they are known here. */
export type Agencies = ReadonlyMap<string, Agency>;

/** What somebody should do, with the names of the agencies known here. */
export function taskWord({ task, action, about }: Asked, agencies: Agencies): string {
  const name = about?.agency == null ? undefined : agencies.get(about.agency)?.name;
  return named.taskWord({ task, action, about: about && { kind: about.kind, name } });
}

/** What it is about, as far as the task may tell: the finding, or who referred it. */
export function aboutWord(item: Item, agencies: Agencies): string {
  if (item.withdrawn !== null) return m.inbox_withdrawn({ why: item.withdrawn });
  if (item.title !== null) return [words(item.title), item.rule].filter(Boolean).join(', ');
  if (item.origin === 'referral')
    return item.sentence ?? m.inbox_referred({ agency: nameOf(item.source, agencies) });
  return m.inbox_narrow();
}

export const nameOf = (id: string, agencies: Agencies): string => agencies.get(id)?.name ?? '–';

type Tone = 'plain' | 'primary' | 'ok' | 'warn' | 'error' | 'info' | 'sun';
const TONES: Record<string, Tone> = {
  proposed: 'sun',
  accepted: 'primary',
  in_progress: 'info',
  refused: 'plain',
  closed: 'ok',
  waiting: 'warn',
  withdrawn: 'plain',
};

/** The state as people speak of it: waiting for the inspector, or gone, before where it stands in its life. */
export function stateOf(item: Pick<Item, 'state' | 'withdrawn'> & { waiting: boolean }): {
  word: string;
  tone: Tone;
} {
  const open = item.state !== 'closed' && item.state !== 'refused';
  let state: string = item.state;
  if (item.withdrawn !== null && item.state === 'proposed') state = 'withdrawn';
  else if (item.waiting && open) state = 'waiting';
  return { word: named.stateWord(state), tone: TONES[state] ?? 'plain' };
}
