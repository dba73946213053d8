/** A view that follows the store: `current` is read in a component, and the component follows. */
import { createSubscriber } from 'svelte/reactivity';
import { liveQuery } from 'dexie';

export type Query<T> = () => Promise<T>;

export class Live<T> {
  #current: T | undefined = undefined;
  #error: Error | null = null;
  readonly #subscribe: () => void;

  /**
   * `ask` gives the query, which reads from the device's database and is asked again when what it read changes, here or
   * in another tab or worker; it may give it later, when its code is not among that of the first screen. `changes` tells
   * of what is not in the database: it gets a function to call, and gives one to stop.
   */
  constructor(ask: () => Query<T> | Promise<Query<T>>, changes?: (again: () => void) => () => void) {
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
      const failed = (error: unknown) =>
        show(undefined, error instanceof Error ? error : new Error(String(error)));
      const asking = (query: Query<T>) => async () => {
        begun += 1;
        const mine = begun;
        const value = await query();
        // In a task of its own: what follows from showing is no part of Dexie's query.
        setTimeout(() => {
          if (mine <= shown || gone) return;
          shown = mine;
          show(value, null);
        });
        return value;
      };
      let gone = false;
      let following: { unsubscribe: () => void } | null = null;
      // The code comes before the query begins: Dexie would not know what is read after waiting for anything else.
      const follow = (query: Query<T>) => {
        following?.unsubscribe();
        following = gone ? null : liveQuery(asking(query)).subscribe({ error: failed });
      };
      const begin = () => {
        const query = ask();
        if (query instanceof Promise) query.then(follow).catch(failed);
        else follow(query);
      };
      begin();
      const stop = changes?.(begin);
      return () => {
        gone = true;
        stop?.();
        following?.unsubscribe();
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
