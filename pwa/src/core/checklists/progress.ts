/** How far a filling is: what counts, what is open, section by section. */
import { isShown, read, valueOf } from './conditions';
import type { Content } from './content';
import type { Answers, Parameters, Question } from './types';

export interface Progress {
  /** Questions that count: shown, required, answered by a person, recorded here. */
  total: number;
  done: number;
  /** Codes of those without an answer, in the order of the list. */
  open: string[];
  sections: { code: string; total: number; done: number }[];
}

/** Optional and computed questions, and those recorded in own systems, do not count. */
export function progress(content: Content, answers: Answers, parameters: Parameters): Progress {
  const reading = read(content, answers, parameters);
  const elsewhere = new Set(content.data.ownSystemQuestions);
  const counts = (question: Question) =>
    question.required && !elsewhere.has(question.code) && isShown(reading, question.code);
  const sections = content.data.sections.map((section) => {
    const counted = section.questions.filter(counts).map((question) => question.code);
    const open = counted.filter((code) => valueOf(reading, code) === null);
    return { code: section.code, total: counted.length, done: counted.length - open.length, open };
  });
  const sum = (key: 'total' | 'done') => sections.reduce((all, section) => all + section[key], 0);
  return {
    total: sum('total'),
    done: sum('done'),
    open: sections.flatMap((section) => section.open),
    sections: sections.map(({ code, total, done }) => ({ code, total, done })),
  };
}
