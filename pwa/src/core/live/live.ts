/** A view that follows the store: `current` is read in a component, and the component follows. */
import { createSubscriber } from 'svelte/reactivity';
import type { FollowedDatabase } from '../store/followed';
import { follow, type Query } from './follow';

export type { Query };

export class Live<T> {
  #current: T | undefined = undefined;
  #error: Error | null = null;
  readonly #subscribe: () => void;

  /**
   * `ask` gives the query, which is asked again when what it read from `store` changes, here or in another tab or worker;
   * it may give it later, when its code is not among that of the first screen. `changes` tells of what is not in the
   * database: it gets a function to call, and gives one to stop.
   */
  constructor(
    store: () => FollowedDatabase,
    ask: () => Query<T> | Promise<Query<T>>,
    changes?: (again: () => void) => () => void,
  ) {
    this.#subscribe = createSubscriber((update) => {
      const show = (value: T | undefined, error: Error | null) => {
        this.#current = value === undefined ? this.#current : value;
        this.#error = error;
        update();
      };
      const failed = (error: unknown) =>
        show(undefined, error instanceof Error ? error : new Error(String(error)));
      let gone = false;
      let stop: (() => void) | null = null;
      const begin = (query: Query<T>) => {
        stop?.();
        stop = gone ? null : follow(store(), query, (value) => show(value, null), failed);
      };
      const start = () => {
        const query = ask();
        if (query instanceof Promise) query.then(begin).catch(failed);
        else begin(query);
      };
      start();
      const quiet = changes?.(start);
      return () => {
        gone = true;
        quiet?.();
        stop?.();
        // Whoever looks next may be somebody else.
        this.#current = undefined;
        this.#error = null;
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
