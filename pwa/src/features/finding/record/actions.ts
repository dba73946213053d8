/** The follow-up actions of the library, in words. */
import * as m from '$paraglide/messages.js';

const named: Record<string, () => string> = {
  immediate_action: m.finding_action_immediate_action,
  emergency_order: m.finding_action_emergency_order,
  coercive_order: m.finding_action_coercive_order,
  penalty_order: m.finding_action_penalty_order,
  warning_letter: m.finding_action_warning_letter,
  fine_report: m.finding_action_fine_report,
  stop_work: m.finding_action_stop_work,
  closure: m.finding_action_closure,
  official_report: m.finding_action_official_report,
  criminal_investigation: m.finding_action_criminal_investigation,
  seizure: m.finding_action_seizure,
  further_investigation: m.finding_action_further_investigation,
  records_demand: m.finding_action_records_demand,
  tax_audit: m.finding_action_tax_audit,
  recovery: m.finding_action_recovery,
  reinspection: m.finding_action_reinspection,
  address_investigation: m.finding_action_address_investigation,
  victim_referral: m.finding_action_victim_referral,
  signal_share: m.finding_action_signal_share,
  riec_signal: m.finding_action_riec_signal,
  permit_review: m.finding_action_permit_review,
  advice: m.finding_action_advice,
  private_complaint: m.finding_action_private_complaint,
  disconnect: m.finding_action_disconnect,
  quarantine_measure: m.finding_action_quarantine_measure,
  registry_correction: m.finding_action_registry_correction,
};

/** An action that this version does not know is shown by its code. */
export const actionWords = (action: string) => named[action]?.() ?? action;
