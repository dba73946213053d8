/**
 * Checklists that the actions name are fetched before they are needed, and those that a filling of a colleague names once it
 * has come: a version never changes, so each once.
 */
import type { Database, Tables } from '../store/database';
import { agencyOf } from '../store/reading';
import { openAll } from '../store/sealing';
import { ask, Refused, type Send } from '../transport/send';
import type { DirectoryDocument } from '../types/documents';
import { dropLists, nameOf, type NamedList } from './old-lists';
import type { Ports } from './ports';

/** Remember those that this device does not hold, until `fetchLists` has asked for them. Inside a transaction. */
export async function wantLists(
  { lists, meta }: Tables<'lists' | 'meta'>,
  part: string,
  named: readonly NamedList[],
): Promise<void> {
  const missing: NamedList[] = [];
  for (const { code, version } of named)
    if ((await lists.countBy('agency+code+version', [agencyOf(part), code, version])) === 0)
      missing.push({ code, version });
  if (missing.length === 0) return;
  const before = wantedIn(await meta.get('wantedLists'));
  const others = missing.filter((one) => !before.some((other) => isSame(other, one, part)));
  await meta.put({ key: 'wantedLists', value: [...before, ...others.map((one) => ({ part, ...one }))] });
}

export async function fetchLists({ store, send }: Ports, part: string): Promise<void> {
  const agency = agencyOf(part);
  const rows = await store.read(['documents', 'meta'], async ({ documents, meta }) => ({
    directories: await documents.by('part+type', [part, 'directory']),
    wanted: wantedIn(await meta.get('wantedLists')).filter((one) => one.part === part),
  }));
  const directories = await openAll<DirectoryDocument>(rows.directories.map(({ body }) => body));
  const named = [...directories.flatMap(({ checklists }) => checklists), ...rows.wanted];
  let fetched = false;
  for (const { code, version } of new Map(named.map((one) => [nameOf(one), one])).values()) {
    const held = await store.read(['lists'], ({ lists }) =>
      lists.countBy('agency+code+version', [agency, code, version]),
    );
    const content = held > 0 ? null : await contentOf(send, { code, version });
    if (content === null) continue;
    await store.write(['lists'], ({ lists }) => lists.put({ agency, code, version, content }));
    fetched = true;
  }
  if (rows.wanted.length > 0) await forgetWanted(store, rows.wanted);
  if (fetched) await dropLists(store, agency);
}

/** Null when the server knows no such version. */
async function contentOf(send: Send, { code, version }: NamedList): Promise<unknown> {
  const path = `/checklists/${encodeURIComponent(code)}/${encodeURIComponent(version)}`;
  try {
    return await ask<unknown>(send, { method: 'GET', path });
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return null;
    throw error;
  }
}

type Wanted = NamedList & { part: string };

const wantedIn = (row: { value: unknown } | undefined): Wanted[] => (row?.value ?? []) as Wanted[];
const isSame = (one: Wanted, other: NamedList, part: string) =>
  one.part === part && nameOf(one) === nameOf(other);

/** They were asked for: what came is here, and the rest is nowhere. */
async function forgetWanted(store: Database, asked: readonly Wanted[]): Promise<void> {
  await store.write(['meta'], async ({ meta }) => {
    const left = wantedIn(await meta.get('wantedLists')).filter(
      (one) => !asked.some((other) => isSame(one, other, other.part)),
    );
    await meta.put({ key: 'wantedLists', value: left });
  });
}
