/** What became of a follow-up, as its finder may know it. */
import type { Outcome } from '$core';
import * as m from '$paraglide/messages.js';

export function stateWord({ state, withdrawn, outcome, refusal }: Outcome): string {
  if (withdrawn !== null) return m.dossier_outcome_withdrawn();
  if (state === 'refused') return m.dossier_outcome_refused({ reason: refusalWord(refusal) });
  if (state === 'closed') return outcome === null ? m.dossier_outcome_closed() : outcomeWord(outcome);
  return {
    proposed: m.dossier_outcome_proposed,
    accepted: m.dossier_outcome_accepted,
    in_progress: m.dossier_outcome_in_progress,
  }[state]();
}

const refusals: Record<string, () => string> = {
  no_competence: m.dossier_refusal_no_competence,
  too_little_evidence: m.dossier_refusal_too_little_evidence,
  already_handled: m.dossier_refusal_already_handled,
  duplicate: m.dossier_refusal_duplicate,
  no_violation: m.dossier_refusal_no_violation,
};
const refusalWord = (code: string | null) => refusals[code ?? '']?.() ?? '';

const outcomes: Record<string, () => string> = {
  complied: m.dossier_outcome_complied,
  escalated: m.dossier_outcome_escalated,
  hearing: m.dossier_outcome_hearing,
  no_violation: m.dossier_refusal_no_violation,
  informed: m.dossier_outcome_informed,
  not_informed: m.dossier_outcome_not_informed,
};
const outcomeWord = (code: string) => outcomes[code]?.() ?? m.dossier_outcome_closed();
