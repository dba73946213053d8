/** What is filled in before a decision: kept while a sheet closes, the network drops or the server refuses. */
import type { inbox } from '$core';
import * as m from '$paraglide/messages.js';

export class Deciding {
  measure = $state('');
  dueOn = $state('');
  handler = $state('');
  dueError = $state<string | null>(null);
  reason = $state('');
  note = $state('');
  question = $state('');
  outcome = $state('');
  closing = $state('');
  #of = '';

  /** Fill in what the source proposed, once for each follow-up. `me`: proposed as handler where I may be. */
  begin(task: inbox.FollowUp, handlers: readonly inbox.Handler[], me: string | null): void {
    if (this.#of === task.id) return;
    this.#of = task.id;
    this.measure = task.acceptance?.measure ?? task.action;
    this.dueOn = task.acceptance?.dueOn ?? task.dueOn ?? '';
    this.handler = handlers.some(({ member }) => member === me) ? (me ?? '') : '';
    this.dueError = null;
    this.reason = this.note = this.question = this.outcome = this.closing = '';
  }

  /** What is sent to accept; null when something is missing, which is then said at its field. */
  acceptance(): inbox.Acceptance | null {
    this.dueError = /^\d{4}-\d{2}-\d{2}$/.test(this.dueOn) ? null : m.inbox_due_missing();
    if (this.dueError !== null) return null;
    return {
      measure: this.measure as inbox.Measure,
      dueOn: this.dueOn,
      handler: this.handler === '' ? null : this.handler,
    };
  }
}

/** Null for an empty text: the server takes no empty words. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
