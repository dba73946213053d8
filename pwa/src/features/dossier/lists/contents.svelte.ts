/** The contents of the lists on a visit, read once each from the device; missing ones stay out. */
import { checklist, type DossierView } from '$core';
import { index, type Content } from '$core/checklists';
import { SvelteMap } from 'svelte/reactivity';

export class Contents {
  readonly #held = new SvelteMap<string, Content | null>();

  /** Null while it is read, and when it is not on this device. */
  get(code: string, version: string): Content | null {
    return this.#held.get(`${code}@${version}`) ?? null;
  }

  /** All that were read. */
  all(): Content[] {
    return [...this.#held.values()].filter((content) => content !== null);
  }

  /** Read what the visit uses and was not here yet. */
  async load(view: DossierView): Promise<void> {
    const lists = [...view.joint, ...view.parts.flatMap(({ lists: some }) => some)];
    const wanted = [
      ...lists.map(({ checklist: { code, version } }) => ({ code, version })),
      ...view.instances.map(({ checklist: code, version }) => ({ code, version })),
    ];
    await Promise.all(wanted.map(({ code, version }) => this.#read(code, version)));
  }

  async #read(code: string, version: string): Promise<void> {
    const key = `${code}@${version}`;
    // One that was not here may have come since.
    if (this.#held.get(key)) return;
    const data = await checklist(code, version);
    this.#held.set(key, data === null ? null : index(data));
  }
}
