/** The state of one capture: the form with its defaults, what is offered, and storing it. */
import {
  type DossierView,
  newId,
  photo as photoOf,
  type Person,
  type Place,
  type ProposalView,
  recordAll,
  scopeOf,
} from '$core';
import { toast } from '$app/announce';
import { habit, learn } from '$app/habits/habits';
import * as m from '$paraglide/messages.js';
import type { Roll } from '../capture/roll.svelte';
import { likelyRoom, rooms, type RoomUse, used } from '../place/room';
import { learned, offered, type Use } from '../words/phrases';
import { forgetUnfinished, keepUnfinished, keyFor, type Unfinished } from './keeping';
import { entries, type Form, missing, type Missing, type What } from './form';
import { Newest } from './newest';
import { offers } from './referrals';

const EMPTY: Form = {
  what: 'violation',
  proposal: null,
  title: '',
  text: '',
  severity: 'moderate',
  reason: '',
  scope: 'agency',
  place: null,
  room: '',
  photos: [],
  referrals: [],
};

export class Recording {
  asked = $state.raw<Missing[]>([]);
  storing = $state(false);
  /** The place pointed out by hand; null follows the device. */
  chosen = $state.raw<Place | null>(null);

  /** Something unfinished was taken up again. */
  resumed = $state(false);

  #restored = $state(false);
  /** It is an operation now: nothing of this capture is kept or recorded again. */
  #recorded = false;
  readonly #writes = new Newest<Unfinished>((now) =>
    keepUnfinished(this.#key, this.#dossier(), now).catch((error: unknown) => {
      if ((error as { code?: string }).code === 'full') toast(m.finding_full(), { tone: 'error' });
    }),
  );
  #typed = $state.raw<Partial<Form>>({});
  /** undefined: as the address says. */
  #about = $state.raw<ProposalView | null | undefined>(undefined);
  readonly #dossier: () => string;
  readonly #visit: () => DossierView | null;
  readonly #person: () => Person | null;
  readonly #roll: Roll;
  readonly #query: URLSearchParams;

  constructor(
    dossier: () => string,
    visit: () => DossierView | null,
    person: () => Person | null,
    roll: Roll,
    query: URLSearchParams,
  ) {
    this.#dossier = dossier;
    this.#visit = visit;
    this.#person = person;
    this.#roll = roll;
    this.#query = query;
  }

  get form(): Form {
    const proposal = this.#proposal();
    return {
      ...EMPTY,
      what: proposal ? 'violation' : ((this.#query.get('what') as What | null) ?? 'violation'),
      proposal,
      severity: proposal?.severity ?? EMPTY.severity,
      room: likelyRoom(this.#habit<RoomUse>('rooms'), this.#dossier(), Date.now()),
      ...this.#typed,
      photos: this.#roll.shots.map((shot) => shot.entity),
    };
  }

  get rooms(): string[] {
    return rooms(this.#habit<RoomUse>('rooms'), this.#dossier());
  }

  get phrases(): string[] {
    const fixed =
      this.form.proposal?.rule === 'BRA-EXIT' ? m.finding_phrases_exit() : m.finding_phrases_any();
    return offered(this.#habit<Use>('phrases'), this.#topic(), fixed.split('|'), this.form.text);
  }

  get titles(): string[] {
    const { what, title } = this.form;
    if (what === 'note' || title.trim()) return [];
    return offered(
      this.#habit<Use>('phrases'),
      `title:${what}`,
      m[`finding_titles_${what}`]().split('|'),
      '',
    );
  }

  get offers() {
    return offers(this.form.proposal, this.#visit(), this.#person()?.agency ?? null);
  }

  about(proposal: ProposalView | null): void {
    this.#about = proposal;
    const { text, room, scope } = this.#typed;
    this.#typed = {
      ...(text === undefined ? {} : { text }),
      ...(room === undefined ? {} : { room }),
      ...(scope === undefined ? {} : { scope }),
    };
    this.asked = [];
    this.keep();
  }

  change(part: Partial<Form>): void {
    this.#typed = { ...this.#typed, ...part };
    if (this.asked.length) this.asked = missing(this.form);
    this.keep();
  }

  /** Take up what was not finished, once; `null` when there is nothing. */
  async restore(unfinished: Unfinished | null): Promise<void> {
    if (this.#restored) return;
    this.#restored = true;
    if (!unfinished) return;
    this.resumed = true;
    this.#typed = unfinished.typed;
    this.chosen = unfinished.chosen;
    if (unfinished.about !== undefined) this.#about = this.#find(unfinished.about);
    for (const entity of unfinished.photos) {
      const loose = this.#visit()?.loose.find((one) => one.entity === entity);
      const blob = loose && (await photoOf(entity));
      if (blob) await this.#roll.takeUp(entity, blob, loose.takenAt);
    }
    this.#roll.chosen = null;
  }

  /** Keep what is typed on this device; call it after every change, also of the photos. */
  keep(): void {
    const photos = this.#roll.shots.map((shot) => shot.entity);
    if (
      !this.#restored ||
      this.#recorded ||
      this.storing ||
      (!photos.length && !Object.keys(this.#typed).length && !this.chosen)
    )
      return;
    const about = this.#about === undefined ? undefined : (this.#about?.entity ?? null);
    const now: Unfinished = { typed: this.#typed, about, chosen: this.chosen, photos };
    this.#writes.put(now);
  }

  /** Begin with an empty form; the photos stay loose in the dossier. */
  async afresh(): Promise<void> {
    this.#typed = {};
    this.#about = undefined;
    this.chosen = null;
    this.resumed = false;
    this.asked = [];
    this.#roll.forget();
    await this.#writes.settled;
    await forgetUnfinished(this.#key);
  }

  place(part: { chosen?: Place | null; room?: string }): void {
    if (part.chosen !== undefined) this.chosen = part.chosen;
    this.change(part.room === undefined ? {} : { room: part.room });
  }

  /** Leave without recording: photos stay loose in the dossier. */
  later(leave: () => void): void {
    const count = this.#roll.shots.length;
    if (count) toast(m.finding_kept_loose({ count }), { tone: 'ok' });
    leave();
  }

  /** Record everything in one transaction. True: it is on this device; false: something is asked or failed, and said. */
  async store(place: Place | null): Promise<boolean> {
    if (this.storing || this.#recorded) return false;
    const form = { ...this.form, place };
    this.asked = missing(form);
    if (this.asked.length) return false;
    this.storing = true;
    try {
      const ids = { fresh: newId(), decided: await this.#decidedScope(form) };
      await this.#writes.settled;
      await recordAll(entries(form, this.#dossier(), ids), { drafts: [this.#key] });
      this.#recorded = true;
      this.#learn(form, (form.proposal ? ids.decided : form.scope)?.startsWith('joint') ?? false);
      toast(
        form.photos.length ? m.finding_stored_photos({ count: form.photos.length }) : m.finding_stored(),
        { tone: 'ok' },
      );
      return true;
    } catch (error) {
      toast(m.finding_not_stored({ mend: (error as { mend?: string }).mend ?? '' }), { tone: 'error' });
      return false;
    } finally {
      this.storing = false;
    }
  }

  #proposal(): ProposalView | null {
    if (this.#about !== undefined) return this.#about;
    const wanted = this.#query.get('proposal');
    return this.#find(wanted);
  }

  #find(entity: string | null): ProposalView | null {
    return this.#visit()?.proposals.find((proposal) => proposal.entity === entity) ?? null;
  }

  get #key(): string {
    return keyFor(this.#dossier(), this.#query);
  }

  async #decidedScope(form: Form) {
    if (!form.proposal) return undefined;
    const decision = entries(form, this.#dossier(), { fresh: '', decided: undefined })[0];
    return (
      decision && scopeOf('finding.decide', { dossier: this.#dossier(), fields: decision[1].fields as never })
    );
  }

  #topic(): string {
    return this.form.proposal?.rule ?? this.form.what;
  }

  #habit<T>(name: string): T[] {
    const person = this.#person();
    return person === null ? [] : habit<T>(person.key, name);
  }

  #learn(form: Form, open: boolean): void {
    const key = this.#person()?.key;
    if (key === undefined) return;
    const words = (before: Use[]) =>
      learned(learned(before, this.#topic(), form.text), `title:${form.what}`, form.title);
    learn(key, 'phrases', words, open);
    learn<RoomUse>(key, 'rooms', (before) => used(before, this.#dossier(), form.room, Date.now()), open);
  }
}
