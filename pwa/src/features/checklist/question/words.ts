/** An answer in a few words: for the rows of a list, and for the step that can be taken back. */
import type { Content, Question } from '$core/checklists';
import { format, i18n, words } from '$app/i18n';
import * as m from '$paraglide/messages.js';
import { fromDecimal } from '../inputs/decimal';
import { shown } from '../inputs/plate';
import { typedOf } from '../inputs/registry';

const MOST_LETTERS = 60;

export function valueWords(content: Content, question: Question, value: unknown): string {
  if (value === null || value === undefined) return m.checklist_open();
  const text = typeof value === 'string' ? value : '';
  switch (question.type) {
    case 'yes_no_na':
      return { yes: m.ui_answer_yes, no: m.ui_answer_no, na: m.ui_answer_na }[value as 'yes' | 'no' | 'na']();
    case 'choice':
      return optionWords(question, text);
    case 'multi_choice':
      return (value as string[]).map((one) => optionWords(question, one)).join(', ');
    case 'number':
      return quantity(content, text, question.unit);
    case 'person_count':
      return m.checklist_persons({ count: Number(value) });
    case 'datetime':
      return format.dayAndTime(text);
    case 'photo':
      return m.checklist_photos({ count: (value as string[]).length });
    case 'signature':
      return typeof value === 'object' && 'refused' in value
        ? m.checklist_not_signed()
        : m.checklist_signed();
    case 'geopoint':
      return placeWords(value as { lon: string; lat: string; accuracy: string | null });
    case 'ref_rdw': {
      const { plate, country } = value as { plate: string; country: string };
      return `${country} ${shown(plate, country)}`;
    }
    case 'ref_bag':
    case 'ref_kvk':
      return shorten(typedOf(value).first);
    case 'text':
      return shorten(text);
  }
}

/** `6,86 m² per persoon`; money before its number. */
export function quantity(content: Content, value: string, unit: string | null): string {
  const number = fromDecimal(value, i18n.language);
  const name = unit === null ? undefined : content.data.names.units[unit];
  if (name === undefined) return number;
  const text = words(name);
  return text.startsWith('€') ? `€ ${number}${text.slice(1)}` : `${number} ${text}`;
}

export function placeWords({ accuracy }: { accuracy: string | null }): string {
  return accuracy === null ? m.checklist_place_pointed() : m.checklist_place_accuracy({ metres: accuracy });
}

function optionWords(question: Question, value: string): string {
  const option = question.options.find((one) => one.value === value);
  return option === undefined ? value : words(option.text);
}

export function shorten(text: string, most = MOST_LETTERS): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
