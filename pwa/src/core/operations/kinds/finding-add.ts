/** A finding without a question; confirmed at once by its author's agency. */
import { isDrawn, whole, withdrawal, type KindRules } from './kind';
import type { Severity } from '../../types/ids';

/** `receiver` is an agency's id; asked only where the confirming inspector chooses to send. */
export interface Referral {
  receiver: string;
  action: string;
  dueDays: number;
  legalBasis: string;
  sentence: string;
}

export interface FindingAddFields {
  title: string;
  severity: Severity;
  text: string | null;
  kind: 'violation' | 'good_practice' | 'not_assessed';
  legal_basis?: string | null;
  referrals?: Referral[];
}

export const findingAdd: KindRules = {
  kind: 'finding.add',
  family: 'finding',
  register: whole,
  entity: isDrawn,
  resolvable: true,
  undo: withdrawal,
};
