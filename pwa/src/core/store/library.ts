/** What the checklist versions on this device say of classes, ids and answers; the twin of server/checklists/versions.py. */
import { index, type ChecklistContent, type Content, type Question } from '../checklists';
import type { Classes } from '../operations/home';
import type { ListFacts } from '../operations/kinds/kind';
import type { Uuid } from '../types/ids';
import type { Tables } from './database';
import type { ListRow } from './rows';

export type Library = Classes & {
  facts: (checklist: string, version: string) => ListFacts | null;
  question: (checklist: string, version: string, code: string) => Question | null;
};

/** Versions that were read once, by agency, code and version. */
const read = new Map<string, ListRow>();

/** Those of `lists` that this device holds; inside a transaction. A version never changes, so it is read once. */
export async function heldLists(
  { lists: table }: Tables<'lists'>,
  agency: Uuid,
  lists: readonly { code: string; version: string }[],
): Promise<ListRow[]> {
  const keys = lists.map(({ code, version }) => [agency, code, version] as const);
  const missing = keys.filter((key) => !read.has(key.join('|')));
  const rows = missing.length === 0 ? [] : await table.getAll(missing);
  for (const row of rows) if (row) read.set([row.agency, row.code, row.version].join('|'), row);
  return keys.flatMap((key) => read.get(key.join('|')) ?? []);
}

/** A list was fetched again: what an agency keeps in own systems may be other than before. */
export function forgetList({ agency, code, version }: ListRow): void {
  read.delete([agency, code, version].join('|'));
}

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
