/** What the checklist versions on this device say of classes, ids and answers; the twin of server/checklists/versions.py. */
import { index, type ChecklistContent, type Content, type Question } from '../checklists';
import type { Classes } from '../operations/home';
import type { ListFacts } from '../operations/kinds/kind';
import type { ListRow } from './rows';

export type Library = Classes & {
  facts: (checklist: string, version: string) => ListFacts | null;
  question: (checklist: string, version: string, code: string) => Question | null;
};

/** Indexed versions, kept in memory: a version never changes, but what an agency keeps in own systems does. */
const indexed = new WeakMap<object, Content>();

export function contentOf({ content }: ListRow): Content {
  const data = content as ChecklistContent;
  const found = indexed.get(data) ?? index(data);
  indexed.set(data, found);
  return found;
}

export function libraryOf(rows: readonly ListRow[]): Library {
  const held = new Map(rows.map((row) => [`${row.code}@${row.version}`, row]));
  const content = (code: string, version: string) => {
    const row = held.get(`${code}@${version}`);
    return row === undefined ? null : contentOf(row);
  };
  const question = (code: string, version: string, name: string) =>
    content(code, version)?.questions.get(name) ?? null;
  return {
    question,
    ofList: (code, version) => content(code, version)?.data.dataClass ?? null,
    ofQuestion: (code, version, name) => question(code, version, name)?.dataClass ?? null,
    ofRule: (code, version, name, rule) => {
      const found = content(code, version)?.rules.get(rule);
      return found?.question.code === name ? found.rule.dataClass : null;
    },
    facts: (code, version) => {
      const data = content(code, version)?.data;
      if (data === undefined) return null;
      return { dataClass: data.dataClass, repeatable: data.per !== 'visit' && data.per !== 'action' };
    },
  };
}
