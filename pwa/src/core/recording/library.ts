/** The checklist versions that are about to be written to, as far as this device holds them. */
import type { Values } from '../operations/kinds/kind';
import { libraryOf } from '../store/library';
import type { ListRow } from '../store/rows';
import type { Device } from './device';
import type { Intention, Library } from './operations';

const lists = new Map<string, ListRow>();

/** The lists that `items` name, from memory once they were read: a version never changes. */
export async function libraryFor(device: Device, items: readonly Intention[]): Promise<Library> {
  const named = items.map(
    ({ fields }) => [word(fields as Values, 'checklist'), word(fields as Values, 'version')] as const,
  );
  const keys = named.filter(([code, version]) => code !== '' && !lists.has(`${code}@${version}`));
  const rows =
    keys.length === 0 ? [] : await device.database.read(['lists'], (tables) => tables.lists.getAll(keys));
  for (const row of rows) if (row) lists.set(`${row.code}@${row.version}`, row);
  return libraryOf([...lists.values()]);
}

function word(values: Values, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}
