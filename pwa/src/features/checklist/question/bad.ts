/** Answers that lead to a finding by themselves: their colour follows the consequence, not the word. */
import type { Condition, Question } from '$core/checklists';

export function badAnswers(question: Question): string[] {
  return question.findings.flatMap(({ when }) => named(when, question.code));
}

function named(tree: Condition, code: string): string[] {
  if (tree.op === 'in') return tree.question === code ? tree.values : [];
  return tree.op === 'or' ? tree.of.flatMap((part) => named(part, code)) : [];
}
