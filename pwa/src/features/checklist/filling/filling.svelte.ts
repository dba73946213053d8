/**
 * One filling at work: what stands, what was just tapped, what is open, and the steps that can be taken back.
 * "Saved" is said only when the strict transaction of the write is complete (the promise of the core).
 */
import {
  freeze,
  recordAll,
  RecordError,
  saveDraft,
  undo as takeBack,
  type AnswerView,
  type DossierView,
  type InstanceView,
  type KeptPhoto,
  type ListPart,
  type Person,
  type PhotoToKeep,
  type ProposalView,
} from '$core';
import {
  computed,
  progress,
  proposals,
  skipped,
  visible,
  type Answers,
  type Content,
  type Proposal,
  type Question,
} from '$core/checklists';
import { learn } from './pace';
import { latestPlace, look } from './where';
import {
  answerFields,
  beginning,
  decision,
  signOff,
  type Caution,
  type Decision,
  type Entry,
  type Said,
  type Target,
} from './writing';

export interface Standing {
  view: DossierView;
  content: Content;
  entity: string;
  /** Null: not begun. */
  instance: InstanceView | null;
  label: string | null;
  list: ListPart | null;
  person: Person | null;
}

/** Something that can be taken back. `before` and `after` are values of the question, null for open. */
export interface Step {
  id: string;
  code: string;
  /** A decision on a proposal, not an answer. */
  decided: boolean;
  before: unknown;
  after: unknown;
}

/** A tap that the view may not show yet; `id` once it is stored. */
interface Tap {
  value: unknown;
  id: string | null;
  turn: number;
}

const MOST_STEPS = 20;
const PATIENCE_MS = 3000;

export class Filling {
  /** When the last write was complete on this device. */
  saved = $state.raw<string | null>(null);
  /** Why the last write failed; null when it did not. */
  fault = $state.raw<RecordError | null>(null);
  current = $state<string | null>(null);
  /** The answer to "could this lead to a penalty?" for the interview going on. */
  caution = $state.raw<Caution | null>(null);
  steps = $state.raw<Step[]>([]);

  #tapped = $state.raw<Record<string, Tap>>({});
  /** What was typed last, by question, until it is an answer: the view and the store come after. */
  #typed: Record<string, Said> = {};
  /** Writes of what is typed, one after another: an earlier keystroke never overtakes a later one. */
  #line: Promise<unknown> = Promise.resolve();
  #turn = 0;
  /** The filling was begun from here; the view may not tell it yet. */
  #begun = false;
  #answered = 0;
  readonly #at: () => Standing;

  readonly standing: Standing;
  readonly values: Answers;
  readonly shown: Set<string>;
  readonly order: string[];

  constructor(at: () => Standing) {
    this.#at = at;
    this.standing = $derived(at());
    this.values = $derived(this.#values());
    this.shown = $derived(visible(this.content, this.values, this.parameters));
    this.order = $derived([...this.shown]);
    void look();
  }

  get content(): Content {
    return this.standing.content;
  }
  get parameters() {
    return this.standing.view.parameters;
  }
  readonly progress = $derived.by(() => progress(this.content, this.values, this.parameters));
  readonly skipped = $derived.by(() => skipped(this.content, this.values, this.parameters));
  readonly computed = $derived.by(() => computed(this.content, this.values, this.parameters));
  /** What the answers propose and this agency has not decided. */
  readonly proposals = $derived.by(() => this.#proposals());
  readonly question = $derived.by(
    () =>
      this.content.questions.get(this.current ?? '') ??
      this.content.questions.get(this.order[0] ?? '') ??
      null,
  );

  answer(code: string): AnswerView | null {
    return this.standing.instance?.answers[code] ?? null;
  }

  proposalsAt(code: string): Proposal[] {
    return this.proposals.filter((one) => one.question === code);
  }

  /** The caution is asked before a statement can be entered. */
  needsCaution(question: Question): boolean {
    return question.statement && this.caution === null;
  }

  /** Record an answer; true when it is on this device. */
  async set(
    code: string,
    value: unknown,
    photos: readonly (PhotoToKeep | KeptPhoto)[] = [],
  ): Promise<boolean> {
    const before = this.values[code] ?? null;
    const said = this.#said(code, { value });
    const turn = ++this.#turn;
    this.#tapped = { ...this.#tapped, [code]: { value, id: null, turn } };
    const entry: Entry = ['answer.set', this.#request(code, said), photos];
    // What is being typed for it is kept first, and let go in the transaction that keeps the answer.
    await this.#line.catch(() => undefined);
    const ids = await this.#begin((start) => this.#write([...start, entry], [this.#key(code)]));
    const id = ids?.at(-1) ?? null;
    // A later tap on the same question is what counts by now.
    if (this.#tapped[code]?.turn === turn) {
      this.#tapped =
        id === null ? without(this.#tapped, code) : { ...this.#tapped, [code]: { value, id, turn } };
    }
    if (id === null) return false;
    this.#typed = without(this.#typed, code);
    this.#did({ id, code, decided: false, before, after: value });
    return true;
  }

  /** Keep what is being typed; it becomes an answer on leaving, at sync or after five seconds' rest. */
  type(code: string, part: Partial<Said>): Promise<unknown> {
    const said = this.#said(code, part);
    this.#typed = { ...this.#typed, [code]: said };
    const before = this.#line.catch(() => undefined);
    this.#line = before.then(async () => {
      // Only the newest is worth a write; it also stands for the ones it overtook.
      if (this.#typed[code] !== said) return;
      const begun = await this.#begin((start) =>
        start.length > 0 ? this.#write(start) : Promise.resolve([]),
      );
      if (begun === null) return;
      const { dossier } = this.#target();
      const fields = answerFields(this.#target(), code, said);
      const place = latestPlace();
      await this.#keep(() => saveDraft({ key: this.#key(code), kind: 'answer.set', dossier, fields, place }));
    });
    return this.#line;
  }

  /** What was typed becomes an answer. What does not fit stays as typed, and is told at the field. */
  async leave(code: string): Promise<void> {
    await this.#line.catch(() => undefined);
    const typed = this.#typed[code];
    const before = this.answer(code)?.register.current?.fields.value ?? null;
    const after = typed === undefined ? (this.answer(code)?.draft?.fields.value ?? null) : typed.value;
    try {
      const id = await freeze(this.#key(code));
      if (this.#typed[code] === typed) this.#typed = without(this.#typed, code);
      if (id === null) return;
      this.saved = nowText();
      this.#did({ id, code, decided: false, before, after });
    } catch (error) {
      if (error instanceof RecordError && error.code !== 'invalid') this.fault = error;
    }
  }

  /** Decide on a proposal; true when it is on this device. */
  async decide(proposal: Proposal, made: Decision): Promise<boolean> {
    await this.leave(proposal.question);
    const stored = await this.stored(proposal);
    if (stored === null) return false;
    const ids = await this.#write([decision(this.standing.view.id, stored, made, latestPlace())]);
    const id = ids?.at(-1);
    if (id === undefined) return false;
    this.#did({ id, code: proposal.question, decided: true, before: null, after: null });
    return true;
  }

  /** The proposal as the core tells it, once the answers it rests on are stored; null when it does not hold any more. */
  async stored(proposal: Proposal): Promise<ProposalView | null> {
    const find = () =>
      this.#at().view.proposals.find(
        (one) => one.instance === this.standing.entity && one.rule === proposal.rule,
      );
    for (const end = Date.now() + PATIENCE_MS; !find() && Date.now() < end;) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return find() ?? null;
  }

  /** Take the last step back; tells which one, or null when there is none. */
  async undo(): Promise<Step | null> {
    const step = this.steps.at(-1);
    if (step === undefined) return null;
    if ((await this.#keep(() => takeBack(step.id))) === null) return null;
    this.steps = this.steps.slice(0, -1);
    if (!step.decided) this.#tapped = without(this.#tapped, step.code);
    this.current = step.code;
    return step;
  }

  /** The answer was withdrawn: what was tapped or typed for it does not count, and there is no step left to undo. */
  forget(code: string): void {
    this.#tapped = without(this.#tapped, code);
    this.#typed = without(this.#typed, code);
    this.steps = this.steps.filter((step) => step.code !== code);
  }

  /** `tell`: say in the joint part that the agency is done with this list. */
  async signOff(tell: boolean): Promise<boolean> {
    const { view, instance } = this.standing;
    if (instance === null) return false;
    return (await this.#write(signOff(this.#target(), view, instance, tell))) !== null;
  }

  #values(): Answers {
    const standing = Object.values(this.standing.instance?.answers ?? {}).map(
      ({ question, register }) => [question, register.current?.fields.value ?? null] as const,
    );
    const tapped = Object.entries(this.#tapped)
      .filter(([code, { id }]) => id === null || !this.answer(code)?.register.base.includes(id))
      .filter(([code, { id }]) => id === null || !this.#isPast(code, id))
      .map(([code, { value }]) => [code, value] as const);
    return Object.fromEntries([...standing, ...tapped].filter(([, value]) => value !== null));
  }

  /** A tap counts until the view shows it, or something newer on the same question. */
  #isPast(code: string, id: string): boolean {
    const last = this.steps.findLast((step) => step.code === code && !step.decided);
    return last !== undefined && last.id !== id;
  }

  #proposals(): Proposal[] {
    const { view, entity, person, list } = this.standing;
    if (list !== null && !list.mayWrite) return [];
    const decided = view.findings.filter(
      ({ rule, register, owner }) =>
        rule?.instance === entity && register.values.length > 0 && owner.id === person?.agency.id,
    );
    const closed = this.content.data.ownSystemQuestions;
    return proposals(this.content, this.values, this.parameters).filter(
      (one) => !closed.includes(one.question) && !decided.some(({ rule }) => rule?.code === one.rule),
    );
  }

  #said(code: string, part: Partial<Said>): Said {
    const answer = this.answer(code);
    const stands = { ...answer?.register.current?.fields, ...answer?.draft?.fields, ...this.#typed[code] };
    const question = this.content.questions.get(code);
    return {
      value: stands.value ?? null,
      remark: stands.remark ?? null,
      caution: question?.statement ? (this.caution ?? stands.caution ?? null) : null,
      ...part,
    };
  }

  #request(code: string, said: Said) {
    const target = this.#target();
    return { dossier: target.dossier, place: target.place, fields: answerFields(target, code, said) };
  }

  #target(): Target {
    const { view, content, entity, instance, label, list, person } = this.#at();
    const words = list?.word.values ?? [];
    return {
      dossier: view.id,
      list: content.data,
      entity,
      label,
      begun: instance !== null && instance.created.values.length > 0,
      said: words.some(({ author }) => author.agency.id === person?.agency.id),
      place: latestPlace(),
    };
  }

  /** Give `write` what goes before the first answer, once: quick taps and keystrokes do not begin it twice. */
  async #begin(write: (start: Entry[]) => Promise<string[] | null>): Promise<string[] | null> {
    const start = this.#begun ? [] : beginning(this.#target());
    this.#begun = true;
    const ids = await write(start);
    if (ids === null && start.length > 0) this.#begun = false;
    return ids;
  }

  #key(code: string): string {
    return `answer|${this.standing.entity}|${code}`;
  }

  #did(step: Step): void {
    const now = Date.now();
    learn(this.content.data.code, (now - this.#answered) / 1000);
    this.#answered = now;
    this.steps = [...this.steps.slice(1 - MOST_STEPS), step];
    void look();
  }

  /** `drafts`: keys of what was typed and is now recorded. */
  #write(entries: readonly Entry[], drafts: readonly string[] = []): Promise<string[] | null> {
    return this.#keep(() => recordAll(entries, { drafts }));
  }

  async #keep<T>(write: () => Promise<T>): Promise<T | null> {
    try {
      const done = await write();
      this.saved = nowText();
      this.fault = null;
      return done;
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      this.fault = error;
      return null;
    }
  }
}

const nowText = () => new Date(Date.now()).toISOString();

function without<T>(all: Record<string, T>, code: string): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => name !== code));
}
