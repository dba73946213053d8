/** The few single values of the store, as one object. */
import type { MetaRow, MetaValues } from './rows';

export function valuesOf(rows: readonly MetaRow[]): Partial<MetaValues> {
  const values: Record<string, unknown> = {};
  for (const { key, value } of rows) values[key] = value;
  return values as Partial<MetaValues>;
}
