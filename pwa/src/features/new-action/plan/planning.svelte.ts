/**
 * One plan on the screen: what the lead changes here is saved by itself, part by part and one request after the other,
 * each on the version it was made on. What is typed stays until the server has it.
 */
import { actions, NetworkError, newId, Refused } from '$core';
import { instantOf, later, localOf, minutesOf } from './moments';
import { arranged } from './order';

export type Row = Omit<actions.Target, 'order'>;
export interface Basis {
  title: string;
  goal: string;
  legalBasis: string;
  day: string;
  from: string;
  until: string;
}
export type Saving = 'saved' | 'saving' | 'unsaved' | 'offline' | 'refused' | 'overtaken';
type Part = 'basis' | 'teams' | 'targets';

const REST_MS = 600;
const VISIT_MINUTES = 75;
const PARTS: readonly Part[] = ['basis', 'teams', 'targets'];

interface Snapshot {
  rows: Row[];
  teams: actions.Team[];
  asked: actions.Asked[];
}

export class Planning {
  plan = $state.raw<actions.Plan | null>(null);
  basis = $state<Basis>(blank());
  asked = $state.raw<actions.Asked[]>([]);
  teams = $state.raw<actions.Team[]>([]);
  rows = $state.raw<Row[]>([]);
  saving = $state<Saving>('saved');
  /** What the server said about the last refusal, in its words. */
  refusal = $state<string | null>(null);

  #dirty = new Set<Part>();
  #timer = 0;
  #running: Promise<void> | null = null;
  #before: Snapshot[] = [];

  readonly editable = $derived(this.plan === null || this.plan.may.edit);
  readonly sorted = $derived(arranged(this.rows, this.teams));

  async load(id: string): Promise<void> {
    this.#dirty.clear();
    this.#take(await actions.readPlan(id));
    this.saving = 'saved';
  }

  /** What is wrong with the basis as it stands; it is saved once nothing is. */
  get wrong(): Partial<Record<keyof Basis, true>> {
    const from = instantOf({ day: this.basis.day, time: this.basis.from });
    const until = instantOf({ day: this.basis.day, time: this.basis.until });
    return {
      ...(this.basis.title.trim() === '' ? { title: true } : {}),
      ...(from === null ? { from: true } : {}),
      ...(until === null || (from !== null && until <= from) ? { until: true } : {}),
    };
  }

  /** The basis was changed in its fields. */
  touch(): void {
    this.#changed('basis');
  }

  /** Replace some of what is planned; Ctrl+Z brings back what was. */
  set(change: Partial<Snapshot>): void {
    this.#before = [...this.#before.slice(-19), { rows: this.rows, teams: this.teams, asked: this.asked }];
    this.#put(change);
  }

  /** Typing in a row is no step of its own to take back. */
  edit(id: string, change: Partial<Row>): void {
    this.rows = this.rows.map((row) => (row.id === id ? { ...row, ...change } : row));
    this.#changed('targets');
  }

  undo(): boolean {
    const before = this.#before.at(-1);
    if (before === undefined) return false;
    this.#before = this.#before.slice(0, -1);
    this.#put(before);
    return true;
  }

  add(site: actions.Site): Row {
    const row: Row = {
      id: newId(),
      dossier: '',
      site,
      team: null,
      slot: null,
      reason: '',
      origin: 'chosen',
      agencies: null,
      entryOrder: [],
      warning: null,
      elsewhere: [],
    };
    this.set({ rows: [...this.sorted, row] });
    return row;
  }

  /** The hour a visit begins; its length stays. */
  startAt(id: string, time: string): void {
    const row = this.rows.find((one) => one.id === id);
    const from = time === '' ? null : instantOf({ day: this.basis.day, time });
    if (row === undefined || (time !== '' && from === null)) return;
    const minutes = row.slot === null ? VISIT_MINUTES : minutesOf(row.slot);
    this.edit(id, { slot: from === null ? null : { from, until: later(from, minutes) } });
  }

  async move(state: actions.ActionState): Promise<void> {
    await this.flush();
    if (this.plan === null || this.saving !== 'saved') return;
    await this.#asking(async (plan) => this.#take(await actions.changeState(plan, state)));
  }

  /** Let go of what is not saved and take what is there. */
  async takeTheirs(): Promise<void> {
    if (this.plan !== null) await this.load(this.plan.id);
  }

  /** Put what stands here in the place of what is there. */
  async keepMine(): Promise<void> {
    if (this.plan === null) return;
    const theirs = await actions.readPlan(this.plan.id);
    this.plan = { ...theirs };
    await this.flush();
  }

  /** Save now what waits; resolves when nothing waits any more, or something went wrong (`saving` says what). */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running ??= this.#save().finally(() => (this.#running = null));
    return this.#running;
  }

  async #save(): Promise<void> {
    for (;;) {
      const part = PARTS.find((one) => this.#dirty.has(one) && this.#ready(one));
      if (part === undefined) break;
      this.saving = 'saving';
      this.#dirty.delete(part);
      if (!(await this.#asking((plan) => this.#send(part, plan)))) {
        this.#dirty.add(part);
        return;
      }
    }
    this.saving = this.#dirty.size === 0 ? 'saved' : 'unsaved';
  }

  async #send(part: Part, plan: actions.Plan | null): Promise<void> {
    if (plan === null) {
      this.#take(await actions.createAction(this.#basisBody()));
    } else if (part === 'basis') {
      const agencies = this.asked.map(({ agency, answer, note }) => ({ agency: agency.id, answer, note }));
      this.#take(await actions.changeBasis(plan, { ...this.#basisBody(), agencies }));
    } else if (part === 'teams') {
      this.#take(await actions.changeTeams(plan, this.teams.map(teamBody)));
    } else {
      this.#take(await actions.changeTargets(plan, this.sorted.map(targetBody)));
    }
  }

  /** A part can be sent when it is well formed; teams and sites need the action to be there. */
  #ready(part: Part): boolean {
    if (part === 'basis') return Object.keys(this.wrong).length === 0;
    return this.plan !== null;
  }

  async #asking(run: (plan: actions.Plan & actions.Seen) => Promise<void>): Promise<boolean> {
    try {
      await run(this.plan as actions.Plan);
      this.refusal = null;
      return true;
    } catch (error) {
      this.refusal = error instanceof Refused ? wordsOf(error) : null;
      if (actions.overtakenBy(error) !== null) this.saving = 'overtaken';
      else if (error instanceof NetworkError) this.saving = 'offline';
      else this.saving = 'refused';
      return false;
    }
  }

  #changed(part: Part): void {
    this.#dirty.add(part);
    if (this.saving !== 'saving') this.saving = 'unsaved';
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.flush(), REST_MS);
  }

  #put({ rows, teams, asked }: Partial<Snapshot>): void {
    if (asked !== undefined && asked !== this.asked) {
      this.asked = asked;
      this.#changed('basis');
    }
    if (teams !== undefined && teams !== this.teams) {
      this.teams = teams;
      this.#changed('teams');
    }
    if (rows !== undefined && rows !== this.rows) {
      this.rows = rows;
      this.#changed('targets');
    }
  }

  /** Take the server's plan for every part that was not changed here meanwhile. */
  #take(plan: actions.Plan): void {
    const first = this.plan === null;
    this.plan = plan;
    if (!this.#dirty.has('basis')) {
      this.asked = plan.agencies;
      if (!first || this.basis.title === '') this.basis = basisOf(plan);
    }
    if (!this.#dirty.has('teams')) this.teams = plan.teams;
    if (!this.#dirty.has('targets')) this.rows = arranged(plan.targets, plan.teams);
  }

  #basisBody(): actions.Basis {
    const { title, goal, legalBasis, day, from, until } = this.basis;
    const window = {
      from: instantOf({ day, time: from }) ?? '',
      until: instantOf({ day, time: until }) ?? '',
    };
    return { title, goal, legalBasis, window };
  }
}

/** A team as the server takes it: ids and roles, no names. */
function teamBody({ id, label, members }: actions.Team): actions.TeamChange {
  return { id, label, members: members.map(({ member, agency, role }) => ({ member, agency, role })) };
}

function targetBody(row: Row): actions.TargetChange {
  const { id, site, team, reason, origin, slot, agencies, entryOrder, warning } = row;
  return {
    id,
    site: site.id,
    team,
    reason,
    origin,
    slot,
    agencies,
    entryOrder,
    warning,
  };
}

function basisOf(plan: actions.Plan): Basis {
  const { title, goal, legalBasis, window } = plan;
  const from = localOf(window.from);
  return { title, goal, legalBasis, day: from.day, from: from.time, until: localOf(window.until).time };
}

/** A new action is planned for the next day, from eight to five. */
function blank(): Basis {
  const { day } = localOf(Date.now() + 24 * 3_600_000);
  return { title: '', goal: '', legalBasis: 'Awb 5:11-5:20', day, from: '08:00', until: '17:00' };
}

function wordsOf(refused: Refused): string {
  const errors = refused.problem['errors'];
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const told = (first ?? refused.problem) as { detail?: unknown; mend?: unknown };
  return [told.detail, told.mend].filter((one): one is string => typeof one === 'string').join(' ');
}
