/** The checklist versions that are about to be written to, as far as this device holds them. */
import { word } from '../operations/kinds/kind';
import { heldLists, libraryOf, type Library } from '../store/library';
import type { Uuid } from '../types/ids';
import type { Device } from './device';
import type { Intention } from './operations';

export async function libraryFor(
  device: Device,
  agency: Uuid,
  items: readonly Intention[],
): Promise<Library> {
  const named = items.map(({ fields }) => ({
    code: word({ ...fields }, 'checklist'),
    version: word({ ...fields }, 'version'),
  }));
  const lists = named.filter(({ code }) => code !== '');
  return libraryOf(await device.database.read(['lists'], (tables) => heldLists(tables, agency, lists)));
}
