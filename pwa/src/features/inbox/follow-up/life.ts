/** The life of a follow-up as steps: what is done, what waits for whom, what comes later. Pure. */
import type { inbox } from '$core';
import { format } from '$app/i18n';
import * as m from '$paraglide/messages.js';

interface Step {
  label: string;
  note?: string;
  state: 'done' | 'now' | 'later' | 'stopped';
}

const ORDER = ['proposed', 'accepted', 'in_progress', 'closed'] as const;

export function lifeOf(task: inbox.FollowUp): Step[] {
  const proposed = task.history.find(({ what }) => what === 'proposed')?.at;
  const began: Step = { label: m.inbox_life_proposed(), state: 'done', ...note(proposed) };
  if (task.refusal !== null) {
    return [began, { label: m.inbox_life_refused(), state: 'stopped', ...note(task.refusal.at) }];
  }
  const reached = ORDER.indexOf(task.state as (typeof ORDER)[number]);
  const times = [undefined, task.acceptance?.at, task.startedAt ?? undefined, task.closure?.at];
  const labels = [m.inbox_life_accepted, m.inbox_life_progress, m.inbox_life_closed];
  const steps = labels.map((label, index): Step => {
    const at = index + 1;
    if (at <= reached && !(at === 2 && task.startedAt === null))
      return { label: label(), state: 'done', ...note(times[at]) };
    if (at === reached + 1 && task.withdrawn === null && task.state !== 'closed')
      return { label: label(), state: 'now', note: m.inbox_life_turn() };
    return { label: label(), state: 'later' };
  });
  return [began, ...steps];
}

const note = (at: string | undefined | null) => (at ? { note: format.dayAndTime(at) } : {});
