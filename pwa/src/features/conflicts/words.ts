/** What stands in a register, as a person says it: a big value, and words beside it. */
import type { ConflictView, Value } from '$core';
import type { Content, Question } from '$core/checklists';
import * as m from '$paraglide/messages.js';
import { format, words } from '$app/i18n';

type Fields = Record<string, unknown>;

/** The thing that was seen twice: the question, or what kind of word it is. */
export function subjectOf(conflict: ConflictView, content: Content | null): string {
  const question = conflict.question === null ? undefined : content?.questions.get(conflict.question);
  return question
    ? words(question.text)
    : m.conflicts_subject({ kind: conflict.kind, list: conflict.checklist ?? '' });
}

export function bigValue({ kind, fields }: Value<Fields>, question: Question | undefined): string {
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  switch (kind) {
    case 'answer.set':
      return question ? answerWords(question, fields.value) : JSON.stringify(fields.value);
    case 'visit.state':
      return m.conflicts_state({ state: text('state') });
    case 'agency.progress':
      return m.conflicts_progress({ progress: text('progress') });
    case 'agency.follow_up':
      return text('follow_up') === 'yes' ? m.ui_answer_yes() : m.ui_answer_no();
    case 'finding.add':
      return text('title');
    case 'finding.decide':
      return m.conflicts_decision({ decision: text('decision') });
    case 'instance.create':
      return [text('label'), text('version')].filter(Boolean).join(' · ');
    default:
      return text('text') || text('label') || text('reason');
  }
}

/** What its author wrote beside it. */
export function besideValue({ kind, fields }: Value<Fields>): string {
  const written =
    kind === 'answer.set' ? fields.remark : kind === 'finding.add' ? fields.text : fields.reason;
  return typeof written === 'string' ? written : '';
}

function answerWords(question: Question, value: unknown): string {
  const option = (one: unknown) => {
    const found = question.options.find((other) => other.value === one);
    return found ? words(found.text) : String(one);
  };
  if (value === null || value === undefined) return m.conflicts_cleared();
  switch (question.type) {
    case 'yes_no_na':
      return value === 'yes' ? m.ui_answer_yes() : value === 'no' ? m.ui_answer_no() : m.ui_answer_na();
    case 'choice':
      return option(value);
    case 'multi_choice':
      return (value as unknown[]).map(option).join(', ');
    case 'number':
    case 'person_count':
      return format.number(Number(value), question.decimals);
    case 'datetime':
      return format.dayAndTime(value as string);
    case 'text':
      return value as string;
    case 'photo':
      return m.conflicts_photos({ count: (value as unknown[]).length });
    case 'signature':
      return typeof value === 'object' && 'refused' in value
        ? m.conflicts_not_signed()
        : m.conflicts_signed();
    case 'geopoint':
      return m.conflicts_place();
    case 'ref_rdw':
    case 'ref_bag':
    case 'ref_kvk':
      return Object.values(value as Record<string, string | null>)
        .filter(Boolean)
        .join(' ');
  }
}

export const letterOf = (index: number): string => String.fromCharCode(65 + index);

/** The reasons offered for keeping all; any other is written. */
export const REASONS = ['later', 'elsewhere', 'mistake', 'meaning'] as const;
/** The reasons offered for choosing one. */
export const REASONS_TO_CHOOSE = ['together', 'again', 'photo', 'mistake'] as const;
export type Reason = (typeof REASONS)[number] | 'own';
