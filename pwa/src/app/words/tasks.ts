/**
 * The names of what may follow from a finding and of what became of it: one for the field and the desk. They are those of
 * `seeds/vocabulary.yaml` and of `server/follow_ups/states.py`; a house test holds them equal.
 */
import type { inbox, Outcome } from '$core';
import * as m from '$paraglide/messages.js';

export const ACTIONS = [
  'immediate_action', 'emergency_order', 'coercive_order', 'penalty_order', 'warning_letter', 'fine_report',
  'stop_work', 'closure', 'official_report', 'criminal_investigation', 'seizure', 'further_investigation',
  'records_demand', 'tax_audit', 'recovery', 'reinspection', 'address_investigation', 'victim_referral',
  'signal_share', 'riec_signal', 'permit_review', 'advice', 'private_complaint', 'disconnect',
  'quarantine_measure', 'registry_correction',
] as const satisfies readonly inbox.Measure[]; // prettier-ignore

/** The grounds on which another agency is told, those of `schemas/operations`; the first is the commonest. */
export const BASES = [
  'eigen_waarneming', 'wettelijke_meldplicht', 'noodhulp', 'toestemming_betrokkene', 'wgs_riec_casus', 'suwi',
  'awr67_uitzondering', 'wpg_16', 'wpg_17', 'wpg_18', 'wpg_19', 'wpg_20',
] as const; // prettier-ignore

export type Basis = (typeof BASES)[number];

export interface Task {
  task: string;
  action: string;
  /** Whom the owner decides on or informs: a name, or else a kind of agency. */
  about: { kind?: string | null; name?: string | undefined } | null;
}

/** Where it stands by itself, on a button or in a list. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A code that this version does not know is shown as it is. */
export const actionWord = (action: string): string => capital(m.words_action({ action }));
export const refusalWord = (reason: string): string => capital(m.words_refusal({ reason }));
export const outcomeWord = (outcome: string): string => capital(m.words_outcome({ outcome }));
export const stateWord = (state: string): string => m.words_state({ state });

export const basisWord = (basis: string): string => m.words_basis({ basis });

/** All grounds as choices, the commonest first. */
export const basisChoices = (): { value: Basis; label: string }[] =>
  BASES.map((value) => ({ value, label: capital(basisWord(value)) }));

/** All actions as choices, by their words, so that a long list can be read down. */
export function actionChoices(): { value: string; label: string }[] {
  const labelled = ACTIONS.map((value) => ({ value: value, label: actionWord(value) }));
  return labelled.sort((a, b) => a.label.localeCompare(b.label));
}

/** What somebody should do: a measure, or deciding on and informing a third. */
export function taskWord({ task, action, about }: Task): string {
  if (task === 'follow_up') return actionWord(action);
  return m.words_task({
    task,
    about: about?.name || m.words_kind({ kind: about?.kind ?? '' }) || m.words_other_agency(),
  });
}

/** How a follow-up stands, as the person who recorded the finding may know it. */
export function standingWord({ state, withdrawn, outcome, refusal }: Outcome): string {
  if (withdrawn !== null) return stateWord('withdrawn');
  if (state === 'refused' && refusal !== null)
    return m.words_refused({ reason: m.words_refusal({ reason: refusal }) });
  if (state === 'closed' && outcome !== null) return m.words_outcome({ outcome });
  return stateWord(state);
}
