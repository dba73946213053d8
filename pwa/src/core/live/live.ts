/** A view that follows the store: `current` is read in a component, and the component follows. */
import { createSubscriber } from 'svelte/reactivity';
import { liveQuery } from 'dexie';

export class Live<T> {
  #current: T | undefined = undefined;
  #error: Error | null = null;
  readonly #subscribe: () => void;

  /**
   * `query` reads from the device's database and is asked again when what it read changes, here or in another tab or
   * worker. `changes` tells of what is not in the database: it gets a function to call, and gives one to stop.
   */
  constructor(query: () => Promise<T>, changes?: (again: () => void) => () => void) {
    this.#subscribe = createSubscriber((update) => {
      const show = (value: T | undefined, error: Error | null) => {
        this.#current = value === undefined ? this.#current : value;
        this.#error = error;
        update();
      };
      // Dexie drops what a query found when something it read changed meanwhile; while much is written, as in a first
      // pull, nothing would ever be shown. So each result is shown when it is there, unless a later one was already.
      let begun = 0;
      let shown = 0;
      const asked = async () => {
        begun += 1;
        const mine = begun;
        const value = await query();
        // In a task of its own: what follows from showing is no part of Dexie's query.
        setTimeout(() => {
          if (mine <= shown || following === null) return;
          shown = mine;
          show(value, null);
        });
        return value;
      };
      const follow = () =>
        liveQuery(asked).subscribe({
          error: (error: unknown) =>
            show(undefined, error instanceof Error ? error : new Error(String(error))),
        });
      let following: { unsubscribe: () => void } | null = null;
      following = follow();
      const stop = changes?.(() => {
        following?.unsubscribe();
        following = follow();
      });
      return () => {
        stop?.();
        following?.unsubscribe();
        following = null;
      };
    });
  }

  /** Undefined until it was read for the first time. */
  get current(): T | undefined {
    this.#subscribe();
    return this.#current;
  }

  get error(): Error | null {
    this.#subscribe();
    return this.#error;
  }
}
