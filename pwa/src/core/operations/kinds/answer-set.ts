/** The answer to one question of one filling; forms of `value` by question type: decision record 1. */
export interface AnswerSetFields {
  checklist: string;
  version: string;
  instance: string;
  question: string;
  value: unknown;
  remark?: string | null;
  caution?: { asked: string; punitive: boolean; given: string | null };
}
