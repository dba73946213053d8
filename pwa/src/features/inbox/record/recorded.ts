/** What was recorded, as pairs of word and value, from what the reader may read. Pure but for the language. */
import type { inbox } from '$core';
import { format } from '$app/i18n';
import * as m from '$paraglide/messages.js';

type Record = NonNullable<inbox.FollowUp['record']>;
type Value = { fields: { [name: string]: unknown }; author: { person: { name: string } | null }; at: string };

export interface Fact {
  term: string;
  value: string;
  mono?: boolean;
  tone?: 'plain' | 'error' | 'warn' | 'ok';
}

/** `question`: its text in the language of the screens, where the list is known here. */
export function recordedFacts(task: inbox.FollowUp, question: string | null): Fact[] {
  const { finding, record } = task;
  const said = record === null ? null : firstOf(record.finding);
  const answer = record?.answers[0] ?? null;
  return [
    ...fact(m.inbox_fact_question(), question ?? finding?.question),
    ...fact(m.inbox_fact_answer(), answer === null ? null : answerWord(answer.value)),
    ...fact(m.inbox_fact_remark(), text(answer === null ? null : firstOf(answer), 'remark')),
    ...fact(m.inbox_fact_text(), text(said, 'text')),
    ...fact(m.inbox_fact_seen(), seenWord(said)),
    ...fact(m.inbox_fact_basis(), finding?.legalBasis),
    ...confidence(finding?.confidence ?? null),
    ...fact(m.inbox_fact_action(), task.controlAction?.title),
    ...fact(m.inbox_fact_record(), record === null ? null : short(record), true),
  ];
}

const fact = (term: string, value: string | null | undefined, mono = false): Fact[] =>
  value == null || value === '' ? [] : [{ term, value, mono }];

function confidence(level: string | null): Fact[] {
  if (level === null) return [];
  const tone = ({ high: 'ok', medium: 'warn', low: 'error' } as const)[level] ?? 'plain';
  return [{ term: m.inbox_fact_confidence(), value: m.inbox_confidence({ confidence: level }), tone }];
}

function firstOf(entity: { registers: unknown }): Value | null {
  const registers = entity.registers as { [name: string]: { values: Value[] } | undefined };
  return registers['']?.values[0] ?? null;
}

const text = (value: Value | null, name: string): string | null => {
  const found = value?.fields[name];
  return typeof found === 'string' ? found : null;
};

function seenWord(value: Value | null): string | null {
  if (value === null) return null;
  const place = value.fields['place'] as { accuracy?: string | null } | undefined;
  const time = format.dayAndTime(value.at);
  const name = value.author.person?.name ?? '–';
  const metres = place?.accuracy ?? null;
  return metres === null
    ? m.inbox_fact_seen_value({ time, name })
    : m.inbox_fact_seen_place({ time, name, metres: format.number(Number(metres)) });
}

/** An answer in words: yes and no by name, lists joined, anything else as it was written. */
export function answerWord(value: unknown): string {
  const words: { [value: string]: (() => string) | undefined } = {
    yes: m.inbox_answer_yes,
    no: m.inbox_answer_no,
    na: m.inbox_answer_na,
  };
  if (typeof value === 'string') return words[value]?.() ?? value;
  if (typeof value === 'number') return format.number(value);
  if (Array.isArray(value)) return value.map(answerWord).join(', ');
  if (value !== null && typeof value === 'object') return Object.values(value).filter(isPlain).join(', ');
  return '–';
}

const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'number';

/** The operation that the finding rests on, short enough to be read aloud. */
function short(record: Record): string {
  const registers = record.finding.registers as { [name: string]: { values: { id: string }[] } | undefined };
  const id = registers['']?.values[0]?.id ?? '';
  return id === '' ? '' : `${id.slice(0, 6)}…${id.slice(-4)}`;
}
