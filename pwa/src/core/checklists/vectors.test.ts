/** The vectors about checklists in schemas/vectors, which the server runs too. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  checkValue,
  computed,
  holds,
  index,
  number,
  progress,
  proposals,
  read,
  skipped,
  visible,
  written,
  type Answers,
  type ChecklistContent,
  type Condition,
  type Form,
  type Formula,
  type Parameters,
} from './index';

const FOLDER = fileURLToPath(new URL('../../../../schemas/vectors/', import.meta.url));

const vectors = (path: string): unknown => JSON.parse(readFileSync(FOLDER + path, 'utf8'));

interface Case {
  name: string;
  answers: Answers;
  parameters: Parameters;
}

const content = (vectors('condition/list.json') as { content: ChecklistContent }).content;
const list = index({ ...content, ownSystems: false, ownSystemQuestions: [] });

describe('conditions', () => {
  const { cases } = vectors('condition/cases.json') as {
    cases: (Case & { tree: Condition; holds: boolean })[];
  };
  it.each(cases)('$name', ({ tree, answers, parameters, holds: expected }) => {
    expect(holds(read(list, answers, parameters), tree)).toBe(expected);
  });
});

describe('computed values', () => {
  const { formulas, lists } = vectors('computed/cases.json') as {
    formulas: (Case & { tree: Formula; decimals: number; value: string | null })[];
    lists: (Case & { computed: Record<string, string> })[];
  };
  it.each(formulas)('$name', ({ tree, answers, parameters, decimals, value }) => {
    const found = number(read(list, answers, parameters), tree);
    expect(found === null ? null : written(found, decimals)).toBe(value);
  });
  it.each(lists)('$name', (one) => {
    expect(Object.fromEntries(computed(list, one.answers, one.parameters))).toEqual(one.computed);
  });
});

describe('visibility', () => {
  const { cases } = vectors('visibility/cases.json') as {
    cases: (Case & { visible: string[]; skipped: Record<string, string[]> })[];
  };
  it.each(cases)('$name', (one) => {
    expect([...visible(list, one.answers, one.parameters)].sort()).toEqual(one.visible);
    expect(Object.fromEntries(skipped(list, one.answers, one.parameters))).toEqual(one.skipped);
  });
});

describe('proposals', () => {
  const { cases } = vectors('proposal/cases.json') as { cases: (Case & { proposals: unknown[] })[] };
  it.each(cases)('$name', ({ answers, parameters, proposals: expected }) => {
    expect(proposals(list, answers, parameters)).toEqual(expected);
  });
});

describe('progress', () => {
  const { cases, ownSystemQuestions } = vectors('progress/cases.json') as {
    ownSystemQuestions: string[];
    cases: {
      name: string;
      answers: Answers;
      total: number;
      done: number;
      open: string[];
      sections: [string, number, number][];
    }[];
  };
  const partly = index({ ...content, ownSystems: false, ownSystemQuestions });
  it.each(cases)('$name', ({ answers, total, done, open, sections }) => {
    const found = progress(partly, answers, {});
    expect(found).toEqual({
      total,
      done,
      open,
      sections: sections.map(([code, all, ready]) => ({ code, total: all, done: ready })),
    });
  });
});

describe('values', () => {
  const { questions, cases } = vectors('value/cases.json') as {
    questions: Record<string, Form>;
    cases: [string, unknown, string | null][];
  };
  it.each(cases)('%s %j: %s', (name, given, wrong) => {
    const question = questions[name];
    if (!question) throw new Error(`no question ${name}`);
    expect(checkValue(question, valueOf(given))).toBe(wrong);
  });
});

/** A value of the vectors; `{"repeat": [c, n]}` stands for a long text. */
function valueOf(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || !('repeat' in given)) return given;
  const [letter, times] = given.repeat as [string, number];
  return letter.repeat(times);
}
