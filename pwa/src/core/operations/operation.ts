/** An operation whole: frozen from what a person entered, or read back from its texts. */
import type { OperationId } from '../types/ids';
import { hashText } from './digests';
import { readField, writeField } from './fields';
import { readHead, writeHead, type Head } from './heads';
import { TextRefused, sizeOf } from './texts';

/** Texts as they are stored and sent; `fields` in the order of their hashes, an erased one as an empty line. */
export interface OperationTexts {
  head: string;
  fields: string[];
}

export interface FrozenOperation extends OperationTexts {
  id: OperationId;
  bytes: number;
}

export interface ReadOperation extends Head {
  id: OperationId;
  values: Record<string, unknown>;
  /** How many field texts were erased. */
  erased: number;
}

/** Fix the texts of an operation. `salt` gives 16 random bytes as base64url at each call. Throws TextRefused. */
export function freeze(
  head: Omit<Head, 'v' | 'fields'>,
  values: Record<string, unknown>,
  salt: () => string,
): FrozenOperation {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  if (entries.length === 0) entries.push(['pad', null]);
  const texts = entries
    .map(([name, value]) => writeField(salt(), name, value))
    .map((text) => ({ text, hash: hashText(text) }))
    .sort((one, other) => (one.hash < other.hash ? -1 : 1));
  const text = writeHead({ ...head, fields: texts.map(({ hash }) => hash) });
  const fields = texts.map((field) => field.text);
  const bytes = fields.reduce((sum, field) => sum + sizeOf(field), sizeOf(text));
  return { id: hashText(text), head: text, fields, bytes };
}

/**
 * Read and check an operation: texts accepted, each field at the place of its hash, names unique.
 * Throws TextRefused. An empty line is an erased field.
 */
export function readOperation({ head: text, fields }: OperationTexts): ReadOperation {
  const head = readHead(text);
  if (fields.length !== head.fields.length) throw new TextRefused('more or fewer fields than the head names');
  const values: Record<string, unknown> = {};
  let erased = 0;
  fields.forEach((field, i) => {
    if (field === '') {
      erased += 1;
      return;
    }
    if (hashText(field) !== head.fields[i]) throw new TextRefused('a field does not match its hash');
    const { name, value } = readField(field);
    if (Object.hasOwn(values, name)) throw new TextRefused('a field name twice');
    values[name] = value;
  });
  return { ...head, id: hashText(text), values, erased };
}
