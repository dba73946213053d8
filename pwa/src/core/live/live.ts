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
      const follow = () =>
        liveQuery(query).subscribe({
          next: (value) => show(value, null),
          error: (error: unknown) =>
            show(undefined, error instanceof Error ? error : new Error(String(error))),
        });
      let following = follow();
      const stop = changes?.(() => {
        following.unsubscribe();
        following = follow();
      });
      return () => {
        stop?.();
        following.unsubscribe();
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
