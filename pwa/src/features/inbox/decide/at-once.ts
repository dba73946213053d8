/** Accepting from the list: as the source proposed it, by whoever presses, and taken back as easily. */
import { inbox } from '$core';
import { toast } from '$app/announce';
import * as m from '$paraglide/messages.js';
import { sayTrouble } from './trouble';

/** `me`: who handles it, a member of the desk. `then` runs once it was taken back. */
export async function acceptAsProposed(
  item: inbox.FollowUpItem,
  me: string | null,
  then: () => unknown,
): Promise<void> {
  if (item.dueOn === null) return;
  try {
    const done = await inbox.accept(item, {
      measure: item.action as inbox.Measure,
      dueOn: item.dueOn,
      handler: me,
    });
    sayDone(m.inbox_done_accepted({ number: done.number }), done, m.inbox_key_accept(), then);
  } catch (error) {
    sayTrouble(error);
  }
}

/** A note that something was decided, with ten seconds to take it back; it names what it takes back. */
export function sayDone(text: string, done: inbox.FollowUp, what: string, then: () => unknown): void {
  const run = async () => {
    try {
      await inbox.takeBack(done);
      toast(m.inbox_undone({ number: done.number }));
    } catch {
      toast(m.inbox_undo_late(), { tone: 'warn' });
    }
    then();
  };
  toast(text, { tone: 'ok', action: { label: m.inbox_undo({ what }), run: () => void run() }, seconds: 10 });
}
