/**
 * The forms of answers (docs/decisions/0001 § Values), one small rule per question type. Twin of
 * server/checklists/values.py, which tells what each name means.
 */
import { compare, decimalsOf, exact, isDecimal } from './numbers';
import type { Question, QuestionType } from './types';

export type ValueFault =
  | 'type'
  | 'form'
  | 'empty'
  | 'length'
  | 'min'
  | 'max'
  | 'decimals'
  | 'option'
  | 'order'
  | 'twice'
  | 'alone'
  | 'date'
  | 'range'
  | 'computed';

/** The members of a question that decide what an answer to it looks like. */
export type Form = Pick<Question, 'type' | 'decimals' | 'bounds' | 'computed' | 'exclusive'> & {
  options: { value: string }[];
};

type Check = (question: Form, value: unknown) => ValueFault | null;

export const MAX_TEXT = 8000;
export const MAX_PHOTOS = 50;
export const MAX_PERSONS = 100_000;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT =
  /^([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Null when `value` is an answer to the question, else the name of what is wrong. `null` clears an answer. */
export function checkValue(question: Form, value: unknown): ValueFault | null {
  if (question.computed !== null) return 'computed';
  return value === null ? null : FORMS[question.type](question, value);
}

function oneOf(offered: string[], value: unknown): ValueFault | null {
  if (typeof value !== 'string') return 'type';
  return offered.includes(value) ? null : 'option';
}

/** A list of texts, at least one, none twice. */
function texts(value: unknown): string[] | ValueFault {
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) return 'type';
  if (value.length === 0) return 'empty';
  return new Set(value).size === value.length ? value : 'twice';
}

const multiChoice: Check = (question, value) => {
  const chosen = texts(value);
  if (typeof chosen === 'string') return chosen;
  const places = chosen.map((one) => question.options.findIndex((option) => option.value === one));
  if (places.includes(-1)) return 'option';
  if (places.some((place, at) => at > 0 && place < (places[at - 1] ?? 0))) return 'order';
  const alone = question.exclusive !== null && chosen.includes(question.exclusive) && chosen.length > 1;
  return alone ? 'alone' : null;
};

const photo: Check = (_question, value) => {
  const entities = texts(value);
  if (typeof entities === 'string') return entities;
  if (entities.length > MAX_PHOTOS) return 'length';
  return entities.every((one) => UUID.test(one)) ? null : 'form';
};

const number: Check = (question, value) => {
  if (typeof value !== 'string') return 'type';
  if (!isDecimal(value)) return 'form';
  return decimalsOf(value) > question.decimals ? 'decimals' : within(question, value);
};

const personCount: Check = (question, value) => {
  if (typeof value !== 'number' || !Number.isInteger(value)) return 'type';
  if (value < 0) return 'min';
  return value > MAX_PERSONS ? 'max' : within(question, String(value));
};

function within({ bounds }: Form, value: string): ValueFault | null {
  if (bounds === null) return null;
  if (compare(exact(value), exact(bounds.min)) < 0) return 'min';
  return compare(exact(value), exact(bounds.max)) > 0 ? 'max' : null;
}

const text: Check = (_question, value) => {
  if (typeof value !== 'string') return 'type';
  if (value === '') return 'empty';
  // Counted in characters, as on the server, not in UTF-16 units.
  return Array.from(value).length > MAX_TEXT ? 'length' : null;
};

const datetime: Check = (_question, value) => {
  if (typeof value !== 'string') return 'type';
  const [, year, month, day] = (INSTANT.exec(value) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return 'form';
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (DAYS[month - 1] ?? 0) + Number(leap) ? null : 'date';
};

const geopoint: Check = (_question, value) => {
  if (!has(value, 'lon', 'lat', 'accuracy')) return 'type';
  const { lon, lat, accuracy } = value;
  if (!decimal(lon) || !decimal(lat) || !(accuracy === null || decimal(accuracy))) return 'form';
  const near = (one: string, most: string) =>
    within({ bounds: { min: `-${most}`, max: most } } as Form, one) === null;
  return near(lon, '180') && near(lat, '90') && !accuracy?.startsWith('-') ? null : 'range';
};

const signature: Check = (_question, value) => {
  if (has(value, 'refused')) return value.refused === true ? null : 'form';
  return has(value, 'evidence') ? form(UUID, value.evidence) : 'type';
};

const refBag: Check = (question, value) =>
  has(value, 'id') ? form(/^[0-9]{16}$/, value.id) : typed(question, value);

const refKvk: Check = (question, value) => {
  if (!has(value, 'number', 'branch')) return typed(question, value);
  const branch = value.branch === null ? null : form(/^[0-9]{12}$/, value.branch);
  return form(/^[0-9]{8}$/, value.number) ?? branch;
};

const refRdw: Check = (_question, value) =>
  has(value, 'plate', 'country')
    ? (form(/^[A-Z0-9]{1,12}$/, value.plate) ?? form(/^[A-Z]{2}$/, value.country))
    : 'type';

/** What was typed instead of a registry's own reference, to be looked up later. */
const typed: Check = (question, value) => (has(value, 'text') ? text(question, value.text) : 'type');

/** An object with exactly these members. */
function has<K extends string>(value: unknown, ...keys: K[]): value is Record<K, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.keys(value).length === keys.length && keys.every((key) => Object.hasOwn(value, key));
}

function decimal(value: unknown): value is string {
  return typeof value === 'string' && isDecimal(value);
}

function form(pattern: RegExp, value: unknown): ValueFault | null {
  return typeof value === 'string' && pattern.test(value) ? null : 'form';
}

const FORMS: Record<QuestionType, Check> = {
  yes_no_na: (_question, value) => oneOf(['yes', 'no', 'na'], value),
  choice: (question, value) =>
    oneOf(
      question.options.map((option) => option.value),
      value,
    ),
  multi_choice: multiChoice,
  number,
  person_count: personCount,
  text,
  photo,
  geopoint,
  signature,
  datetime,
  ref_bag: refBag,
  ref_kvk: refKvk,
  ref_rdw: refRdw,
};
