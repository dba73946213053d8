/** One follow-up as it is read and decided on. What was typed survives every refusal; a colleague's decision is shown. */
import { untrack } from 'svelte';
import { inbox, Refused } from '$core';
import { listed, troubleOf, type Trouble } from '../list/list.svelte';

type FollowUp = inbox.FollowUp;

export class Following {
  value = $state.raw<FollowUp | null>(null);
  handlers = $state.raw<inbox.Handler[]>([]);
  keptAt = $state<string | null>(null);
  trouble = $state.raw<Trouble | null>(null);
  missing = $state(false);
  /** A colleague decided first: what, as the server told it. */
  overtaken = $state.raw<inbox.Overtaken | null>(null);
  busy = $state(false);

  /** An effect that loads does not follow what it loaded: it would ask the server again and again. */
  async load(id: string): Promise<void> {
    if (untrack(() => this.value?.id) !== id) {
      this.value = null;
      this.overtaken = null;
    }
    try {
      const [read, handlers] = await Promise.all([inbox.readFollowUp(id), inbox.readHandlers()]);
      this.value = read.value;
      this.handlers = handlers.value;
      this.keptAt = read.offline ? read.at : null;
      this.trouble = null;
      this.missing = false;
    } catch (error) {
      this.missing = error instanceof Refused && (error.status === 404 || error.status === 403);
      this.trouble = this.missing ? null : troubleOf(error);
    }
  }

  /** Decide, and take over what the server answers. Null when it refused; `overtaken` says if a colleague was first. */
  async decide(work: (seen: FollowUp) => Promise<FollowUp>): Promise<FollowUp | null> {
    const seen = this.value;
    if (seen === null || this.busy) return null;
    this.busy = true;
    try {
      this.overtaken = null;
      this.value = await work(seen);
      return this.value;
    } catch (error) {
      this.overtaken = inbox.overtakenBy(error);
      if (this.overtaken === null) throw error;
      await this.load(seen.id);
      return null;
    } finally {
      this.busy = false;
    }
  }

  /** Where it stands in the list it was opened from, from 1; null when it was not. */
  get place(): { at: number; of: number; before: string | null; after: string | null } | null {
    const at = this.value === null ? -1 : listed.order.indexOf(this.value.id);
    if (at < 0) return null;
    const { order } = listed;
    return { at: at + 1, of: order.length, before: order[at - 1] ?? null, after: order[at + 1] ?? null };
  }
}
