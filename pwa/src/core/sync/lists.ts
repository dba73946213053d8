/** Checklists that the actions name are fetched before they are needed: a version never changes, so each once. */
import { agencyOf } from '../store/reading';
import { openAll } from '../store/sealing';
import { dropLists } from './old-lists';
import { ask } from '../transport/send';
import type { DirectoryDocument } from '../types/documents';
import type { Ports } from './ports';

export async function fetchLists({ store, send }: Ports, part: string): Promise<void> {
  const agency = agencyOf(part);
  const rows = await store.read(['documents'], ({ documents }) =>
    documents.by('part+type', [part, 'directory']),
  );
  const directories = await openAll<DirectoryDocument>(rows.map(({ body }) => body));
  const named = new Map(
    directories.flatMap(({ checklists }) => checklists.map((one) => [`${one.code}@${one.version}`, one])),
  );
  let fetched = false;
  for (const { code, version } of named.values()) {
    const held = await store.read(['lists'], ({ lists }) => lists.get([agency, code, version]));
    if (held) continue;
    const content = await ask<unknown>(send, { method: 'GET', path: `/checklists/${code}/${version}` });
    await store.write(['lists'], ({ lists }) => lists.put({ agency, code, version, content }));
    fetched = true;
  }
  if (fetched) await dropLists(store, agency);
}
