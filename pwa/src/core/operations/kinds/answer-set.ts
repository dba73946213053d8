/** The answer to one question of one filling; forms of `value` by question type: decision record 1. */
import { answerId } from '../derived-ids';
import { earlierValue, whole, word, type KindRules } from './kind';

export interface AnswerSetFields {
  checklist: string;
  version: string;
  instance: string;
  question: string;
  value: unknown;
  remark?: string | null;
  caution?: { asked: string; punitive: boolean; given: string | null };
}

export const answerSet: KindRules = {
  kind: 'answer.set',
  family: 'answer',
  register: whole,
  entity: ({ values }) => answerId(word(values, 'instance'), word(values, 'question')),
  resolvable: true,
  undo: earlierValue,
};
