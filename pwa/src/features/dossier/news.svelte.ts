/** New findings by others in what one may read: told politely, at most one in ten seconds. */
import type { DossierView } from '$core';
import * as m from '$paraglide/messages.js';
import { announce } from '$app/announce';
import { words } from '$app/i18n';

const PAUSE_MS = 10_000;

export class News {
  #known: Set<string> | null = null;
  #last = 0;

  /** Compare with what was there; the first look tells nothing. `now` in ms. */
  look({ findings }: DossierView, now: number): void {
    const others = findings.filter(({ register }) => register.current?.author.own === false);
    if (this.#known === null) {
      this.#known = new Set(others.map(({ entity }) => entity));
      return;
    }
    const fresh = others.filter(({ entity }) => this.#known?.has(entity) === false);
    const [first] = fresh;
    if (first === undefined || now - this.#last < PAUSE_MS) return;
    this.#last = now;
    for (const { entity } of fresh) this.#known.add(entity);
    const title = words(first.title);
    announce(
      fresh.length === 1
        ? m.dossier_news_one({ agency: first.owner.name, title })
        : m.dossier_news_many({ count: fresh.length }),
    );
  }
}
