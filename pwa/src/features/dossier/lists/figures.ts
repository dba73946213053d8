/** How far a filling and a list are, in numbers; only of what this person may read. */
import type { InstanceView, ListPart } from '$core';
import { progress, type Answers, type Content, type Parameters } from '$core/checklists';

export interface Figures {
  done: number;
  total: number;
  open: string[];
}

export function answersOf({ answers }: InstanceView): Answers {
  return Object.fromEntries(
    Object.values(answers).flatMap(({ question, register }) => {
      const value = register.current?.fields.value ?? null;
      return value === null ? [] : [[question, value]];
    }),
  );
}

export function figuresOf(instance: InstanceView, content: Content, parameters: Parameters): Figures {
  const { done, total, open } = progress(content, answersOf(instance), parameters);
  return { done, total, open };
}

type ContentOf = (code: string, version: string) => Content | null;

/** Over all fillings of some lists; a list without a filling counts with its own questions. */
export function figuresOfLists(
  lists: readonly ListPart[],
  contentOf: ContentOf,
  parameters: Parameters,
): Figures {
  const each = lists.flatMap(({ checklist, instances }) => {
    if (instances.length === 0) {
      const content = checklist.per === 'visit' ? contentOf(checklist.code, checklist.version) : null;
      return content === null ? [] : [progress(content, {}, parameters)];
    }
    return instances.flatMap((instance) => {
      const content = contentOf(instance.checklist, instance.version);
      return content === null ? [] : [figuresOf(instance, content, parameters)];
    });
  });
  return {
    done: each.reduce((sum, { done }) => sum + done, 0),
    total: each.reduce((sum, { total }) => sum + total, 0),
    open: each.flatMap(({ open }) => open),
  };
}
