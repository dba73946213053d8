/** What may follow from a finding, as choices in the language of the screens (domain § 2.2). */
import type { inbox } from '$core';
import * as m from '$paraglide/messages.js';

const ALL = [
  'immediate_action', 'emergency_order', 'coercive_order', 'penalty_order', 'warning_letter', 'fine_report',
  'stop_work', 'closure', 'official_report', 'criminal_investigation', 'seizure', 'further_investigation',
  'records_demand', 'tax_audit', 'recovery', 'reinspection', 'address_investigation', 'victim_referral',
  'signal_share', 'riec_signal', 'permit_review', 'advice', 'private_complaint', 'disconnect',
  'quarantine_measure', 'registry_correction',
] as const satisfies readonly inbox.Measure[]; // prettier-ignore

/** By their words, so that a long list can be read down. */
export function measures(): { value: string; label: string }[] {
  const labelled = ALL.map((value) => ({ value: value, label: m.inbox_action({ action: value }) }));
  return labelled.sort((a, b) => a.label.localeCompare(b.label));
}
