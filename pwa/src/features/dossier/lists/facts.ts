/** The facts that every agency at the visit relies on, from the joint start list. */
import type { DossierView } from '$core';
import type { Content, Question } from '$core/checklists';
import * as m from '$paraglide/messages.js';
import { format, words } from '$app/i18n';

/** Which answers are shown, and by what short word. */
const shown: [list: string, question: string, term: () => string][] = [
  ['GEN-START', 'GEN-08', m.dossier_fact_basis],
  ['GEN-START', 'GEN-15', m.dossier_fact_contact],
  ['GEN-START', 'GEN-05', m.dossier_fact_businesses],
  ['GEN-START', 'GEN-16', m.dossier_fact_cooperation],
  ['GEN-START', 'GEN-18', m.dossier_fact_danger],
];

export interface Fact {
  term: string;
  value: string;
  /** Two observations stand beside each other. */
  conflict: boolean;
}

export function jointFacts(
  view: DossierView,
  contentOf: (code: string, version: string) => Content | null,
): Fact[] {
  return shown.flatMap(([list, code, term]) => {
    const instance = view.joint.find(({ checklist }) => checklist.code === list)?.instances[0];
    const answer = instance?.answers[code];
    const question = instance && contentOf(list, instance.version)?.questions.get(code);
    if (answer === undefined || !question) return [];
    const values = answer.register.values.flatMap(({ fields }) =>
      fields.value === null || fields.value === undefined ? [] : [answerWords(question, fields.value)],
    );
    if (values.length === 0) return [];
    return [{ term: term(), value: values.join(' / '), conflict: answer.register.conflict }];
  });
}

/** An answer as a person says it. */
export function answerWords(question: Question, value: unknown): string {
  const option = (one: unknown) => {
    const found = question.options.find((other) => other.value === one);
    return found === undefined ? String(one) : words(found.text);
  };
  switch (question.type) {
    case 'yes_no_na':
      return value === 'yes' ? m.ui_answer_yes() : value === 'no' ? m.ui_answer_no() : m.ui_answer_na();
    case 'choice':
      return option(value);
    case 'multi_choice':
      return Array.isArray(value) ? value.map(option).join(', ') : option(value);
    case 'number':
    case 'person_count':
      return format.number(Number(value), question.decimals);
    case 'datetime':
      return format.dayAndTime(String(value));
    default:
      return typeof value === 'string' ? value : '';
  }
}
