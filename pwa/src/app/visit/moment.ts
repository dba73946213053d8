/** What the top of the screen is about: where one is, what comes next, or that the day is done. */
import type { TodayView, TodayVisit } from '$core';
import * as m from '$paraglide/messages.js';

export type Moment =
  | { kind: 'here'; visit: TodayVisit }
  | { kind: 'next'; visit: TodayVisit }
  | { kind: 'done' }
  | { kind: 'nothing' };

/** The visit one is at (suspended too) goes before the next one. */
export function momentOf(view: TodayView): Moment {
  if (view.visits.length === 0) return { kind: 'nothing' };
  const here = view.visits.find(({ ownWord }) => ownWord === 'arrived' || ownWord === 'suspended');
  if (here !== undefined) return { kind: 'here', visit: here };
  const next = view.visits.find(({ dossier }) => dossier === view.next);
  return next === undefined ? { kind: 'done' } : { kind: 'next', visit: next };
}

export type RowState = 'next' | 'here' | 'suspended' | 'done' | 'skipped' | 'planned';

/** The own agency's word goes first: a colleague's closing does not end one's own work. */
export function rowState({ ownWord, word, dossier }: TodayVisit, next: string | null): RowState {
  if (ownWord === 'arrived') return 'here';
  if (ownWord === 'suspended') return 'suspended';
  if (ownWord === 'closed' || ownWord === 'left') return 'done';
  if (word === 'skipped') return 'skipped';
  return dossier === next ? 'next' : 'planned';
}

/** As a reader hears it: "2: Kwekerij De Zonneglans, volgende". */
export function visitLabel(visit: TodayVisit, state: RowState): string {
  const number = visit.unplanned ? m.app_visit_unplanned() : String(visit.order);
  return m.app_visit_label({ number, name: visit.label, state: m.app_visit_state({ state }) });
}

/** Everything of a visit has a receipt, its photos too. */
export const allOnServer = ({ waiting, photos }: TodayVisit) => waiting === 0 && photos.safe === photos.total;

/** Figures of the day, for its end. */
export function dayInFigures({ visits }: TodayView) {
  const sum = (of: (visit: TodayVisit) => number) => visits.reduce((total, visit) => total + of(visit), 0);
  return {
    visits: visits.length,
    closed: visits.filter(({ ownWord }) => ownWord === 'closed').length,
    findings: sum(({ findings }) => findings),
    photos: sum(({ photos }) => photos.total),
    safe: sum(({ photos }) => photos.safe),
    waiting: sum(({ waiting }) => waiting),
  };
}
