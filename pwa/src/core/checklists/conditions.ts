/**
 * Evaluate trees: conditions to yes or no, formulas to an exact number, over the answers of one filling.
 * A comparison with a question that is unanswered, cleared or hidden is false, `!=` and `not in` too. A sum of which
 * a part is missing, and a division by zero, have no value. Twin of server/checklists/conditions.py.
 */
import type { Content } from './content';
import {
  add,
  compare,
  divide,
  exact,
  isDecimal,
  multiply,
  subtract,
  written,
  type Fraction,
} from './numbers';
import type { Answers, Comparison, Condition, Formula, Parameters } from './types';

/** One look at one filling. It remembers what is shown and what was computed; make a new one when an answer changes. */
export interface Reading {
  content: Content;
  answers: Answers;
  parameters: Parameters;
  shown: Map<string, boolean>;
  computed: Map<string, string | null>;
}

export function read(content: Content, answers: Answers, parameters: Parameters): Reading {
  return { content, answers, parameters, shown: new Map(), computed: new Map() };
}

/** Whether the question's `showIf` holds (its section's is part of it). */
export function isShown(reading: Reading, code: string): boolean {
  const known = reading.shown.get(code);
  if (known !== undefined) return known;
  const condition = reading.content.questions.get(code)?.showIf;
  const shown = condition ? holds(reading, condition) : true;
  reading.shown.set(code, shown);
  return shown;
}

/** What a question or figure is worth in a condition: its answer or computed value, null when there is none. */
export function valueOf(reading: Reading, code: string): unknown {
  const figure = reading.content.figures.get(code);
  if (figure) return compute(reading, figure.code, figure.computed, figure.decimals);
  const question = reading.content.questions.get(code);
  if (!question || !isShown(reading, code)) return null;
  if (question.computed) return compute(reading, code, question.computed, question.decimals);
  return Object.hasOwn(reading.answers, code) ? (reading.answers[code] ?? null) : null;
}

const COMPARE: Record<Comparison, (order: number) => boolean> = {
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

export function holds(reading: Reading, tree: Condition): boolean {
  switch (tree.op) {
    case 'and':
      return tree.of.every((part) => holds(reading, part));
    case 'or':
      return tree.of.some((part) => holds(reading, part));
    case 'in':
    case 'not in': {
      const value = valueOf(reading, tree.question);
      if (value === null) return false;
      const chosen: unknown[] = Array.isArray(value) ? value : [value];
      const found = chosen.some((one) => typeof one === 'string' && tree.values.includes(one));
      return tree.op === 'in' ? found : !found;
    }
    default: {
      const left = number(reading, tree.left);
      const right = number(reading, tree.right);
      return left !== null && right !== null && COMPARE[tree.op](compare(left, right));
    }
  }
}

/** The exact value of a formula, null when a part is missing. */
export function number(reading: Reading, tree: Formula): Fraction | null {
  if ('number' in tree) return exact(tree.number);
  if ('parameter' in tree) return asNumber(reading.parameters[tree.parameter]);
  if ('question' in tree) return asNumber(valueOf(reading, tree.question));
  if (tree.op === 'score') return score(reading, tree.questions, tree.weights);
  const values: Fraction[] = [];
  for (const part of tree.of) {
    const value = number(reading, part);
    if (value === null) return null;
    values.push(value);
  }
  return combine(tree.op, values);
}

function combine(op: '+' | '-' | '*' | '/' | 'max' | 'min', values: Fraction[]): Fraction | null {
  const [left, right] = values;
  if (!left) return null;
  if (op === 'max') return values.reduce((most, one) => (compare(one, most) > 0 ? one : most));
  if (op === 'min') return values.reduce((least, one) => (compare(one, least) < 0 ? one : least));
  if (!right) return null;
  return { '+': add, '-': subtract, '*': multiply, '/': divide }[op](left, right);
}

/** The sum of the weights of the chosen options; no value while none of the questions is answered. */
function score(reading: Reading, questions: string[], weights: Record<string, string>): Fraction | null {
  const values = questions.map((code) => valueOf(reading, code)).filter((value) => value !== null);
  if (values.length === 0) return null;
  return values.reduce<Fraction>(
    (sum, value) =>
      typeof value === 'string' && Object.hasOwn(weights, value)
        ? add(sum, exact(weights[value] ?? '0'))
        : sum,
    exact('0'),
  );
}

/** The computed value, rounded as it is shown: what is judged is what one sees. */
function compute(reading: Reading, code: string, formula: Formula, decimals: number): string | null {
  const known = reading.computed.get(code);
  if (known !== undefined) return known;
  const value = number(reading, formula);
  const text = value === null ? null : written(value, decimals);
  reading.computed.set(code, text);
  return text;
}

function asNumber(value: unknown): Fraction | null {
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? { top: BigInt(value), bottom: 1n } : null;
  return typeof value === 'string' && isDecimal(value) ? exact(value) : null;
}
