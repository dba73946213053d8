/**
 * A version of a checklist goes from the device when there is a newer one, no action names it, and nothing that is stored here
 * speaks of it: no filling, answer or finding, own or received, sent or not, and no draft, of whomever.
 */
import { compareVersions } from '../operations/versions';
import type { Database } from '../store/database';
import { forgetList } from '../store/library';
import type { ListRow } from '../store/rows';
import { openAll } from '../store/sealing';
import type { DirectoryDocument } from '../types/documents';
import type { Uuid } from '../types/ids';

/** Reads all that is stored when there is an older version: called when another one has come. */
export async function dropLists(store: Database, agency: Uuid): Promise<void> {
  const rows = await store.read(['lists', 'documents'], async ({ lists, documents }) => ({
    lists: await lists.by('agency', agency),
    directories: (await documents.all()).filter(({ type }) => type === 'directory'),
  }));
  const directories = await openAll<DirectoryDocument>(rows.directories.map(({ body }) => body));
  const named = new Set(directories.flatMap(({ checklists }) => checklists.map(nameOf)));
  const old = rows.lists.filter((list) => !named.has(nameOf(list)) && !isNewest(list, rows.lists));
  if (old.length === 0) return;
  const texts = await allTexts(store);
  const gone = old.filter(({ code, version }) => !texts.some((text) => speaksOf(text, code, version)));
  if (gone.length === 0) return;
  await store.write(['lists'], async ({ lists }) => {
    for (const { code, version } of gone) await lists.delete([agency, code, version]);
  });
  gone.forEach(forgetList);
}

export interface NamedList {
  code: string;
  version: string;
}

export const nameOf = ({ code, version }: NamedList) => `${code}@${version}`;

function isNewest({ code, version }: ListRow, lists: readonly ListRow[]): boolean {
  return !lists.some((other) => other.code === code && compareVersions(other.version, version) > 0);
}

/** Every operation and draft on this device. */
async function allTexts(store: Database): Promise<string[]> {
  const rows = await store.read(['own', 'held', 'drafts'], async ({ own, held, drafts }) => [
    ...(await own.all()),
    ...(await held.all()),
    ...(await drafts.all()),
  ]);
  const opened = await openAll<unknown>(rows.map(({ body }) => body));
  return opened.map((body) => JSON.stringify(body));
}

/** By its words alone: to keep one too many is better than to miss one in a field that this app does not know. */
const speaksOf = (text: string, code: string, version: string) =>
  text.includes(code) && text.includes(version);
