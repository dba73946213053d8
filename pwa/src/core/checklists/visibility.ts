/** Which questions are shown, which answers closed the others, and the computed values. */
import { isShown, read, valueOf } from './conditions';
import type { Content } from './content';
import { questionsIn } from './trees';
import type { Answers, Parameters } from './types';

/** Codes of the questions that are shown. */
export function visible(content: Content, answers: Answers, parameters: Parameters): Set<string> {
  const reading = read(content, answers, parameters);
  return new Set([...content.questions.keys()].filter((code) => isShown(reading, code)));
}

/**
 * Hidden questions, each with the questions whose answers closed it: those its `showIf` names and that are answered.
 * A question that waits for an answer that is not there yet is hidden too, but named by nothing.
 */
export function skipped(content: Content, answers: Answers, parameters: Parameters): Map<string, string[]> {
  const reading = read(content, answers, parameters);
  const found = new Map<string, string[]>();
  for (const [code, question] of content.questions) {
    if (!question.showIf || isShown(reading, code)) continue;
    found.set(
      code,
      questionsIn(question.showIf).filter((other) => valueOf(reading, other) !== null),
    );
  }
  return found;
}

/** Values of computed questions and figures that have one, as decimal texts by code. */
export function computed(content: Content, answers: Answers, parameters: Parameters): Map<string, string> {
  const reading = read(content, answers, parameters);
  const questions = [...content.questions.values()].filter((question) => question.computed);
  const codes = [...questions.map((question) => question.code), ...content.figures.keys()];
  const values = codes.map((code) => [code, valueOf(reading, code)] as const);
  return new Map(values.filter((entry): entry is readonly [string, string] => typeof entry[1] === 'string'));
}
