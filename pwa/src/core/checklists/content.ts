/** A checklist version with its parts findable by code. */
import type { ChecklistContent, Figure, Question, Rule } from './types';

export interface Content {
  data: ChecklistContent;
  /** In the order of the list. */
  questions: ReadonlyMap<string, Question>;
  figures: ReadonlyMap<string, Figure>;
  rules: ReadonlyMap<string, { question: Question; rule: Rule }>;
}

/** Make the parts of resolved content findable; done once per version. */
export function index(data: ChecklistContent): Content {
  const all = data.sections.flatMap((section) => section.questions);
  const rules = all.flatMap((question) =>
    question.findings.map((rule) => [rule.code, { question, rule }] as const),
  );
  return {
    data,
    questions: new Map(all.map((question) => [question.code, question])),
    figures: new Map(data.figures.map((figure) => [figure.code, figure])),
    rules: new Map(rules),
  };
}
