/** Pull: page by page until nothing is new, for the person of the server's session (docs/format.md § 8). */
import type { Database } from '../store/database';
import type { AuthorRow } from '../store/rows';
import { ask } from '../transport/send';
import type { ScopeName, Uuid } from '../types/ids';
import { applyPages } from './apply-page';
import { readMeta, writeMeta } from './meta';
import type { PullPage } from './page';
import type { Ports } from './ports';
import type { ByServer } from './server-keys';
import { verifySigners } from './verify';

/** More pages than any device needs: a server that always has more is not followed for ever. */
const MOST_PAGES = 10_000;

export async function pullAll(ports: Ports, verify: ByServer, part: string): Promise<void> {
  const { store, send, now } = ports;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const cursors = await cursorsOf(store, part);
    const epoch = (await readMeta(store, 'epoch')) ?? null;
    const told = await ask<PullPage>(send, { method: 'POST', path: '/sync/pull', body: { epoch, cursors } });
    await takeSigners(store, part, await verifySigners(part, told.signers, verify));
    const authors = await authorsOf(store, part);
    const pages = Object.entries(told.scopes).map(([scope, one]) => ({
      part,
      scope,
      page: one,
      authors,
      now: now().device,
    }));
    await applyPages(store, pages);
    for (const scope of told.lost) await loseScope(store, part, scope, now().device);
    if (told.epoch !== epoch) await writeMeta(store, 'epoch', told.epoch);
    if (!Object.values(told.scopes).some(({ more }) => more)) break;
  }
  await writeMeta(store, 'pulled', now().device);
}

/** What is held of each scope; a lost one is not named, so that it comes from 0 when it is readable again. */
async function cursorsOf(store: Database, part: string): Promise<Record<ScopeName, string | null>> {
  const rows = await store.read(['cursors'], ({ cursors }) => cursors.by('part', part));
  return Object.fromEntries(
    rows.filter(({ state }) => state !== 'lost').map(({ scope, cursor }) => [scope, cursor]),
  );
}

/** No longer readable: drop what is held under it; own work stays, hidden, until it is confirmed and its term is over. */
async function loseScope(store: Database, part: string, scope: ScopeName, at: number): Promise<void> {
  await store.write(
    ['held', 'documents', 'proofs', 'cursors'],
    async ({ held, documents, proofs, cursors }) => {
      for (const table of [held, documents, proofs]) await table.deleteBy('part+scope', [part, scope]);
      await cursors.put({ part, scope, cursor: null, state: 'lost', at });
    },
  );
}

/** An end, once known, stays. */
async function takeSigners(store: Database, part: string, rows: readonly AuthorRow[]): Promise<void> {
  if (rows.length === 0) return;
  await store.write(['authors', 'signers'], async ({ authors, signers }) => {
    for (const row of rows) {
      const before = await authors.get([part, row.id]);
      await authors.put({ ...row, end: row.end ?? before?.end ?? null });
      const own = row.end === null ? undefined : await signers.get(row.id);
      if (own && own.state === 'active') await signers.put({ ...own, state: 'ended', end: row.end });
    }
  });
}

async function authorsOf(store: Database, part: string): Promise<Map<Uuid, AuthorRow>> {
  const rows = await store.read(['authors'], ({ authors }) => authors.by('part', part));
  return new Map(rows.map((row) => [row.id, row]));
}
