/** The few single values of the store, as one object; only those that are asked for are followed by a view. */
import type { Tables } from './database';
import type { MetaValues } from './rows';

export async function valuesOf<K extends keyof MetaValues>(
  { meta }: Tables<'meta'>,
  keys: readonly K[],
): Promise<Partial<Pick<MetaValues, K>>> {
  const rows = await meta.getAll(keys);
  const values: Record<string, unknown> = {};
  for (const row of rows) if (row) values[row.key] = row.value;
  return values as Partial<Pick<MetaValues, K>>;
}
