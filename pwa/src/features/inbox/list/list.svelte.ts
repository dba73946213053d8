/** The list as it is read: a page, more of it, and what went wrong; the newest question wins. */
import { inbox, NetworkError } from '$core';

type Item = inbox.FollowUpItem;
type Counts = inbox.FollowUpPage['counts'];

export type Trouble = { kind: 'offline' | 'failed'; detail: string };

/** The order in which the list showed tasks last: "4 van 16", and which one comes next after a decision. */
let order = $state.raw<string[]>([]);
export const listed = {
  get order() {
    return order;
  },
};

export class TaskList {
  items = $state.raw<Item[]>([]);
  counts = $state.raw<Counts | null>(null);
  today = $state('');
  /** When the server said it; null while it is fresh. */
  keptAt = $state<string | null>(null);
  trouble = $state.raw<Trouble | null>(null);
  loading = $state(true);
  after = $state<string | null>(null);
  #asked = 0;

  async load(query: inbox.InboxQuery): Promise<void> {
    const turn = ++this.#asked;
    this.loading = true;
    try {
      const { value, at, offline } = await inbox.readInbox(query);
      if (turn !== this.#asked) return;
      this.items = value.followUps;
      this.#take(value);
      this.keptAt = offline ? at : null;
      this.trouble = null;
    } catch (error) {
      if (turn === this.#asked) this.trouble = troubleOf(error);
    } finally {
      if (turn === this.#asked) this.loading = false;
    }
  }

  async more(query: inbox.InboxQuery): Promise<void> {
    if (this.after === null) return;
    const turn = this.#asked;
    try {
      const { value } = await inbox.readInbox({ ...query, after: this.after });
      if (turn !== this.#asked) return;
      const held = new Set(this.items.map(({ id }) => id));
      this.items = [...this.items, ...value.followUps.filter(({ id }) => !held.has(id))];
      this.#take(value);
    } catch (error) {
      this.trouble = troubleOf(error);
    }
  }

  #take(page: inbox.FollowUpPage): void {
    this.counts = page.counts;
    this.today = page.today;
    this.after = page.after;
    order = this.items.map(({ id }) => id);
  }
}

export function troubleOf(error: unknown): Trouble {
  const detail = error instanceof Error ? error.message : String(error);
  return { kind: error instanceof NetworkError ? 'offline' : 'failed', detail };
}
