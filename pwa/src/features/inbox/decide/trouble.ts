/** What to say when a decision was not taken: nothing was changed, and why. */
import { inbox, NetworkError } from '$core';
import { toast } from '$app/announce';
import { format } from '$app/i18n';
import * as m from '$paraglide/messages.js';

/** In words; a colleague's decision is told as theirs. */
export function troubleWord(error: unknown): string {
  const first = inbox.overtakenBy(error);
  if (first !== null) return overtakenWord(first);
  return error instanceof NetworkError ? m.inbox_no_network() : m.inbox_refused_by_server();
}

export function overtakenWord(first: inbox.Overtaken): string {
  const by = { accepted: first.acceptance, refused: first.refusal, closed: first.closure };
  const told = by[first.state as keyof typeof by] ?? null;
  return m.inbox_overtaken({
    state: told === null ? '' : first.state,
    name: told?.by.name ?? '',
    time: format.dayAndTime(told?.at ?? first.at),
    reason: m.words_refusal({ reason: first.refusal?.reason ?? '' }),
  });
}

export const sayTrouble = (error: unknown): void => {
  toast(troubleWord(error), { tone: 'error' });
};
