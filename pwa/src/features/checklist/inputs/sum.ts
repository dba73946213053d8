/** A formula with its numbers filled in: `96 m² : grootste van 14 en 12`. */
import { questionsIn, type Answers, type Content, type Formula } from '$core/checklists';
import { i18n, words } from '$app/i18n';
import * as m from '$paraglide/messages.js';
import { fromDecimal } from './decimal';

const SIGNS = { '+': '+', '-': '−', '*': '×', '/': ':' };

export function sum(content: Content, formula: Formula, answers: Answers): string {
  if ('number' in formula) return fromDecimal(formula.number, i18n.language);
  if ('parameter' in formula) return formula.parameter;
  if ('question' in formula) return filledIn(content, formula.question, answers);
  if (formula.op === 'score') return score(formula.questions, formula.weights, answers);
  const parts = formula.of.map((part) => sum(content, part, answers));
  if (formula.op === 'max') return m.checklist_sum_max({ list: listOf(parts) });
  if (formula.op === 'min') return m.checklist_sum_min({ list: listOf(parts) });
  return parts.join(` ${SIGNS[formula.op]} `);
}

const listOf = (parts: string[]) => new Intl.ListFormat(i18n.language).format(parts);

/** Codes of answers that the sum waits for. */
export function missingIn(content: Content, formula: Formula, answers: Answers): string[] {
  return questionsIn(formula).flatMap((code) => {
    const inner = content.questions.get(code)?.computed ?? content.figures.get(code)?.computed;
    if (inner) return missingIn(content, inner, answers);
    return answers[code] === undefined ? [code] : [];
  });
}

function filledIn(content: Content, code: string, answers: Answers): string {
  const question = content.questions.get(code);
  const value = answers[code];
  const inner = question?.computed ?? content.figures.get(code)?.computed;
  if (inner) return `(${sum(content, inner, answers)})`;
  if (typeof value !== 'string' && typeof value !== 'number') return code;
  const unit = question?.unit ? content.data.names.units[question.unit] : undefined;
  const number = fromDecimal(String(value), i18n.language);
  return unit ? `${number} ${words(unit)}` : number;
}

/** `2 + 2 + 1`: the weights of what was chosen. */
function score(questions: string[], weights: Record<string, string>, answers: Answers): string {
  const counted = questions.map((code) => weights[String(answers[code])]).filter((one) => one !== undefined);
  return counted.length === 0 ? '0' : counted.join(' + ');
}
