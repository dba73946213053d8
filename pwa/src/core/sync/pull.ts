/** Pull: page by page until nothing is new, for the person of the server's session (docs/format.md § 7). */
import type { Database } from '../store/database';
import type { AuthorRow, CursorRow } from '../store/rows';
import { ask } from '../transport/send';
import type { ScopeName, Uuid } from '../types/ids';
import { applyPages } from './apply-page';
import { readMeta, writeMeta } from './meta';
import type { PullPage, ScopePage } from './page';
import type { Ports } from './ports';
import type { ByServer } from './server-keys';
import { verifySigners } from './verify';

/** More pages than any device needs: a server that always has more is not followed for ever. */
const MOST_PAGES = 10_000;

/** True when anything was new. */
export async function pullAll(ports: Ports, verify: ByServer, part: string): Promise<boolean> {
  const { store, send, now } = ports;
  let news = false;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const held = await cursorsOf(store, part);
    const cursors = Object.fromEntries(held.map(({ scope, cursor }) => [scope, cursor]));
    const epoch = (await readMeta(store, 'epoch')) ?? null;
    const told = await ask<PullPage>(send, { method: 'POST', path: '/sync/pull', body: { epoch, cursors } });
    const strangers = strangersIn(told.signers, (await authorsOf(store, part)).values());
    await takeSigners(store, part, await verifySigners(part, strangers, verify));
    const authors = await authorsOf(store, part);
    const fresh = Object.entries(told.scopes).filter(([scope, one]) => saysMore(scope, one, held));
    const pages = fresh.map(([scope, one]) => ({
      part,
      scope,
      page: one,
      authors,
      now: now().device,
    }));
    await applyPages(store, pages);
    for (const scope of told.lost) await loseScope(store, part, scope, now().device);
    news ||= pages.length > 0 || told.lost.length > 0;
    if (told.epoch !== epoch) await writeMeta(store, 'epoch', told.epoch);
    if (!Object.values(told.scopes).some(({ more }) => more)) break;
  }
  return news;
}

/** What is held of each scope; a lost one is not named, so that it comes from 0 when it is readable again. */
async function cursorsOf(store: Database, part: string): Promise<CursorRow[]> {
  const rows = await store.read(['cursors'], ({ cursors }) => cursors.by('part', part));
  return rows.filter(({ state }) => state !== 'lost');
}

/** A page that brings nothing and leaves the cursor where it was is not written: views follow what is written. */
function saysMore(scope: ScopeName, page: ScopePage, held: readonly CursorRow[]): boolean {
  const { from, entries, batches, releases, more, cursor } = page;
  if (from === 0 || more || entries.length + batches.length + releases.length > 0) return true;
  return !held.some((row) => row.scope === scope && row.cursor === cursor && row.state === 'open');
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

/** Signers that were not verified before, or end now. */
function strangersIn(told: PullPage['signers'], known: Iterable<AuthorRow>): PullPage['signers'] {
  const texts = new Map([...known].map(({ text, end }) => [text, end?.text ?? null]));
  return told.filter(({ text, end }) => !texts.has(text) || (end != null && texts.get(text) !== end.text));
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
