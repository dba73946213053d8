/** Findings that the answers propose. A proposal is computed on both sides and never written; a person decides. */
import type { DataClass, Severity } from '../types/ids';
import { holds, isShown, read, valueOf } from './conditions';
import type { Content } from './content';
import type { Answers, Parameters } from './types';

export interface Proposal {
  question: string;
  rule: string;
  severity: Severity;
  dataClass: DataClass;
  /** Answered questions that the rule looked at; their operations are named in the decision. */
  reads: string[];
  /** Norms of the day that the rule used. */
  parameters: Record<string, string>;
}

/** The proposals of one filling, in the order of the list. Hidden questions propose nothing. */
export function proposals(content: Content, answers: Answers, parameters: Parameters): Proposal[] {
  const reading = read(content, answers, parameters);
  const found: Proposal[] = [];
  for (const { question, rule } of content.rules.values()) {
    if (!isShown(reading, question.code) || !holds(reading, rule.when)) continue;
    found.push({
      question: question.code,
      rule: rule.code,
      severity: rule.severity,
      dataClass: rule.dataClass,
      reads: rule.reads.filter((code) => valueOf(reading, code) !== null),
      parameters: Object.fromEntries(
        rule.parameters.flatMap((name) => {
          const value = parameters[name];
          return value === undefined ? [] : [[name, value]];
        }),
      ),
    });
  }
  return found;
}
