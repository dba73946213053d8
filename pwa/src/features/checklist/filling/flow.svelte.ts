/** Moving through a filling: the question one is at, what follows an answer, the step back, and what lies over the screen. */
import { tick, untrack } from 'svelte';
import { announce, toast } from '$app/announce';
import { format } from '$app/i18n';
import { href, navigate, router, setQuery } from '$app/router';
import * as m from '$paraglide/messages.js';
import { shorten, valueWords } from '../question/words';
import { Filling, type Standing } from './filling.svelte';
import { before, nextOpen } from './moves';

const ADVANCE_MS = 400;

export class Flow {
  readonly filling: Filling;
  /** What lies over the screen: all questions, signing off, the caution. */
  all = $state(false);
  signing = $state(false);
  cautioning = $state(false);

  readonly #standing: () => Standing;
  readonly #disabled: () => boolean;
  #waiting = 0;
  #first = true;
  #touched = 0;
  #answering = 0;

  readonly section = $derived.by(() => {
    const { sections } = this.#standing().content.data;
    const code = this.filling.question?.code;
    return sections.find(({ questions }) => questions.some((one) => one.code === code)) ?? sections[0];
  });
  readonly rows = $derived.by(
    () => this.section?.questions.filter(({ code }) => this.filling.shown.has(code)) ?? [],
  );
  readonly proposal = $derived.by(() => {
    const { question } = this.filling;
    return question === null ? undefined : this.filling.proposalsAt(question.code)[0];
  });
  readonly open = $derived.by(() => this.filling.progress.open.length);
  /** What a step back would take back; null when there is none. */
  readonly step = $derived.by(() => {
    const step = this.filling.steps.at(-1);
    if (step?.decided) return m.checklist_decision();
    const of = step && this.filling.content.questions.get(step.code);
    return of ? shorten(valueWords(this.filling.content, of, step.after), 14) : null;
  });

  /** Begins where the address says, else at the first open question. */
  constructor(standing: () => Standing, disabled: () => boolean) {
    this.#standing = standing;
    this.#disabled = disabled;
    const filling = new Filling(standing);
    this.filling = filling;
    const asked = router.current?.query.get('question') ?? '';
    filling.current = untrack(() => (filling.shown.has(asked) ? asked : (filling.progress.open[0] ?? null)));
  }

  /** Any touch stops the moving on, also one between the answer and the word that it is kept. */
  readonly stay = () => {
    this.#touched += 1;
    clearTimeout(this.#waiting);
  };
  readonly answers = () => (this.#answering = this.#touched);

  readonly go = async (code: string | null) => {
    this.stay();
    if (code === null) return;
    const from = this.filling.question?.code;
    this.all = this.signing = false;
    this.filling.current = code;
    setQuery({ question: code });
    if (from !== undefined && from !== code) void this.filling.leave(from);
    await tick();
    const card = cardOf(code);
    card?.scrollIntoView({ block: 'start', behavior: 'auto' });
    card?.querySelector('h2')?.focus({ preventScroll: true });
  };
  readonly next = () => {
    const { order, progress, question } = this.filling;
    return this.go(nextOpen(order, progress.open, question?.code ?? ''));
  };
  readonly previous = () => this.go(before(this.filling.order, this.filling.question?.code ?? ''));

  /** To the first open question of a section, else its first. */
  readonly toSection = (section: string) => {
    const { sections } = this.#standing().content.data;
    const codes = sections.find(({ code }) => code === section)?.questions.map(({ code }) => code) ?? [];
    const shown = codes.filter((code) => this.filling.shown.has(code));
    return this.go(shown.find((code) => this.filling.progress.open.includes(code)) ?? shown[0] ?? null);
  };

  readonly answered = async (value: unknown) => {
    const { filling } = this;
    const of = filling.question;
    if (of === null) return;
    if (this.#first)
      announce(
        m.checklist_saved({ time: format.timeWithSeconds(filling.saved ?? new Date().toISOString()) }),
      );
    this.#first = false;
    await tick();
    const proposed = filling.proposalsAt(of.code);
    if (proposed.length > 0) {
      const severity = m[`ui_severity_${proposed[0]?.severity ?? 'minor'}`]().toLowerCase();
      const answer = valueWords(filling.content, of, value);
      announce(m.checklist_announce_proposed({ answer, count: proposed.length, severity }));
    } else if (value !== null && of.type === 'yes_no_na' && this.#touched === this.#answering) {
      this.#waiting = window.setTimeout(() => this.open > 0 && void this.next(), ADVANCE_MS);
    }
  };

  readonly undo = async () => {
    this.stay();
    const { filling } = this;
    const done = await filling.undo();
    const of = done && filling.content.questions.get(done.code);
    if (!of) return;
    if (done.decided) {
      toast(m.checklist_decision_undone());
      return;
    }
    const said = (value: unknown) => valueWords(filling.content, of, value);
    toast(m.checklist_undone({ what: said(done.after), to: said(done.before) }), {
      action: { label: m.checklist_redo(), run: () => void filling.set(done.code, done.after) },
    });
  };

  readonly capture = async () => {
    const stored = this.proposal && (await this.filling.stored(this.proposal));
    if (stored)
      navigate(href('newFinding', { dossier: this.#standing().view.id }, { proposal: stored.entity }));
  };
  readonly photo = () => {
    if (this.proposal) void this.capture();
    else
      cardOf(this.filling.question?.code ?? '')
        ?.querySelector<HTMLElement>('.camera button')
        ?.click();
  };

  /** An answer by a key. */
  readonly say = (value: 'yes' | 'no' | 'na') => {
    const of = this.filling.question;
    if (of?.type !== 'yes_no_na' || this.#disabled() || this.filling.needsCaution(of)) return;
    this.answers();
    void this.filling.set(of.code, value).then(async (kept) => {
      await tick();
      cardOf(of.code)?.querySelector<HTMLElement>('input:checked')?.focus();
      if (kept) await this.answered(value);
    });
  };

  /** The screen is left: what was typed is kept. */
  leave(): void {
    this.stay();
    const of = this.filling.question;
    if (of) void this.filling.leave(of.code);
  }
}

const cardOf = (code: string) => document.querySelector<HTMLElement>(`[data-question="${code}"]`);
