/** One write after another, and of those that wait only the newest: typing never runs ahead of what is kept. */
export class Newest<T> {
  #line: Promise<void> = Promise.resolve();
  #last: { value: T } | null = null;
  readonly #write: (value: T) => Promise<void>;

  /** `write` tells of its own failures. */
  constructor(write: (value: T) => Promise<void>) {
    this.#write = write;
  }

  put(value: T): void {
    const mine = { value };
    this.#last = mine;
    this.#line = this.#line.then(() => (this.#last === mine ? this.#write(value) : undefined));
  }

  /** Resolves when nothing waits any more. */
  get settled(): Promise<void> {
    return this.#line;
  }
}
