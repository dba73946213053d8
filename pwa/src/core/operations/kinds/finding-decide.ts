/** A person's decision on a proposed finding (with the rule's parts), or on a free one (with title, text and kind). */
import { answerId, findingId } from '../derived-ids';
import { earlierValue, whole, word, type KindRules } from './kind';
import type { Severity } from '../../types/ids';
import type { Referral } from './finding-add';

export interface FindingDecideFields {
  checklist?: string;
  version?: string;
  instance?: string;
  question?: string;
  rule?: string;
  /** Ids of the answers that were seen. */
  answers?: string[];
  /** Parameter values that were used, decimal strings by name. */
  parameters?: Record<string, string>;
  title?: string;
  text?: string | null;
  kind?: 'violation' | 'good_practice' | 'not_assessed';
  decision: 'confirm' | 'change' | 'dismiss';
  reason: string | null;
  severity: Severity;
  referrals: Referral[];
}

export const findingDecide: KindRules = {
  kind: 'finding.decide',
  family: 'finding',
  register: whole,
  entity: ({ agency, values }) =>
    values.rule === undefined
      ? null
      : findingId(answerId(word(values, 'instance'), word(values, 'question')), word(values, 'rule'), agency),
  resolvable: true,
  undo: earlierValue,
};
