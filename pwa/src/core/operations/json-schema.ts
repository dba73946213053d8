/**
 * Judges a value by the JSON Schema of its kind before it is frozen, so that a mistake is told to its author and not
 * quarantined later. Knows exactly the keywords that schemas/operations uses (2020-12) and refuses any other: no compiler,
 * because the content security policy forbids making code from text.
 */
import { equalValues } from './equality';
import { isInstant } from './instants';

export type Schema = boolean | Record<string, unknown>;

export interface Misfit {
  /** `referrals/0/sentence`; empty for the whole. */
  path: string;
  keyword: string;
}

type Members = Record<string, unknown>;
type Check = (argument: never, value: unknown, path: string, schema: Members) => Misfit[];

/** What does not fit; an empty list when all does. */
export function misfits(schema: Schema, value: unknown, path = ''): Misfit[] {
  if (typeof schema === 'boolean') return schema ? [] : [{ path, keyword: 'false' }];
  return Object.entries(schema).flatMap(([keyword, argument]) => {
    if (keyword.startsWith('$') || keyword.startsWith('x-') || BESIDE.has(keyword)) return [];
    const check = CHECKS[keyword];
    if (check === undefined) throw new Error(`the keyword ${keyword} is not known here`);
    return check(argument as never, value, path, schema);
  });
}

/** Words for people, and `then`, which `if` reads. */
const BESIDE = new Set(['title', 'description', 'then']);

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const fits = (schema: Schema, value: unknown) => misfits(schema, value).length === 0;
const under = (path: string, name: string | number) => (path === '' ? String(name) : `${path}/${name}`);
const lengthOf = (text: string) => Array.from(text).length;

const TYPES: Record<string, (value: unknown) => boolean> = {
  object: isMembers,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
};

/** A keyword that looks at values of one type and lets all others pass. */
function of(
  is: (value: unknown) => boolean,
  keyword: string,
  holds: (argument: never, value: never) => boolean,
): Check {
  return (argument, value, path) =>
    is(value) && !holds(argument, value as never) ? [{ path, keyword }] : [];
}

const any = () => true;
const text = (value: unknown) => typeof value === 'string';
const number = (value: unknown) => typeof value === 'number';

const CHECKS: Record<string, Check> = {
  type: of(any, 'type', (type, value) => TYPES[type]?.(value) ?? false),
  enum: of(any, 'enum', (options: unknown[], value: unknown) =>
    options.some((one) => equalValues(one, value)),
  ),
  const: of(any, 'const', equalValues),
  pattern: of(text, 'pattern', (pattern: string, value: string) => new RegExp(pattern, 'u').test(value)),
  format: of(text, 'format', (name: string, value: string) => name !== 'instant' || isInstant(value)),
  minLength: of(text, 'minLength', (least: number, value: string) => lengthOf(value) >= least),
  maxLength: of(text, 'maxLength', (most: number, value: string) => lengthOf(value) <= most),
  minimum: of(number, 'minimum', (least: number, value: number) => value >= least),
  maximum: of(number, 'maximum', (most: number, value: number) => value <= most),
  minItems: of(Array.isArray, 'minItems', (least: number, value: unknown[]) => value.length >= least),
  maxItems: of(Array.isArray, 'maxItems', (most: number, value: unknown[]) => value.length <= most),
  uniqueItems: of(
    Array.isArray,
    'uniqueItems',
    (_: boolean, items: unknown[]) =>
      !items.some((item, i) => items.slice(0, i).some((other) => equalValues(item, other))),
  ),
  items: (schema: Schema, value, path) =>
    Array.isArray(value) ? value.flatMap((item, i) => misfits(schema, item, under(path, i))) : [],
  required: (names: string[], value, path) =>
    isMembers(value)
      ? names
          .filter((name) => !Object.hasOwn(value, name))
          .map((name) => ({ path: under(path, name), keyword: 'required' }))
      : [],
  properties: (schemas: Record<string, Schema>, value, path) =>
    isMembers(value)
      ? Object.entries(schemas).flatMap(([name, schema]) =>
          Object.hasOwn(value, name) ? misfits(schema, value[name], under(path, name)) : [],
        )
      : [],
  additionalProperties: (schema: Schema, value, path, { properties }) =>
    isMembers(value)
      ? Object.keys(value)
          .filter((name) => !Object.hasOwn((properties ?? {}) as Members, name))
          .flatMap((name) => misfits(schema, value[name], under(path, name)))
      : [],
  dependentRequired: (needs: Record<string, string[]>, value, path) =>
    isMembers(value)
      ? Object.entries(needs)
          .filter(([name]) => Object.hasOwn(value, name))
          .flatMap(([, names]) => names.filter((name) => !Object.hasOwn(value, name)))
          .map((name) => ({ path: under(path, name), keyword: 'dependentRequired' }))
      : [],
  anyOf: (schemas: Schema[], value, path) => nearest(schemas, value, path, (right) => right >= 1),
  oneOf: (schemas: Schema[], value, path) => nearest(schemas, value, path, (right) => right === 1),
  not: (schema: Schema, value, path) => (fits(schema, value) ? [{ path, keyword: 'not' }] : []),
  if: (schema: Schema, value, path, { then }) =>
    fits(schema, value) ? misfits((then ?? true) as Schema, value, path) : [],
};

/** When too few or too many alternatives fit: what is wrong with the one that comes nearest. */
function nearest(
  schemas: Schema[],
  value: unknown,
  path: string,
  right: (count: number) => boolean,
): Misfit[] {
  const found = schemas.map((schema) => misfits(schema, value, path));
  const count = found.filter((list) => list.length === 0).length;
  if (right(count)) return [];
  if (count > 0) return [{ path, keyword: 'oneOf' }];
  return found.reduce((least, list) => (list.length < least.length ? list : least));
}
