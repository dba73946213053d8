/** A page of one scope goes into the store in one transaction with its cursor, so that a cut anywhere changes nothing. */
import { readBatch } from '../operations/signed-texts';
import { parseScope } from '../operations/scopes';
import type { Database, Tables } from '../store/database';
import type { CursorRow, DocumentRow, HeldRow, ProofRow } from '../store/rows';
import { seal } from '../store/sealing';
import type { ScopeName } from '../types/ids';
import { isDocument, isOperation, type ScopePage } from './page';
import { wantLists } from './lists';
import { nameOf, type NamedList } from './old-lists';
import { verifyBatches, verifyOperation, type Authors, type Proofs } from './verify';

export interface Receiving {
  part: string;
  scope: ScopeName;
  page: ScopePage;
  authors: Authors;
  /** Device time in ms. */
  now: number;
}

interface Changes {
  held: HeldRow[];
  documents: DocumentRow[];
  removed: string[];
  proofs: ProofRow[];
  /** Ids of operations with an erased field. */
  erased: Set<string>;
  /** Versions that the operations name, by name. */
  lists: Map<string, NamedList>;
}

type Written = 'held' | 'documents' | 'proofs' | 'cursors' | 'own' | 'lists' | 'meta';

/** All scopes of one page at once: what follows the store is asked again once, not for each scope. */
export async function applyPages(store: Database, pages: readonly Receiving[]): Promise<void> {
  const all: [Receiving, Changes][] = [];
  for (const one of pages) all.push([one, await changesOf(store, one)]);
  if (all.length === 0) return;
  const names: Written[] = ['held', 'documents', 'proofs', 'cursors', 'own', 'lists', 'meta'];
  await store.write(names, async (tables) => {
    for (const [receiving, changes] of all) await put(tables, receiving, changes);
  });
}

async function put(
  tables: Tables<Written>,
  { part, scope, page, now }: Receiving,
  changes: Changes,
): Promise<void> {
  if (page.from === 0) await restart(tables, part, scope);
  await tables.proofs.putAll(changes.proofs);
  await tables.held.putAll(changes.held);
  await tables.documents.putAll(changes.documents);
  for (const id of changes.removed) await tables.documents.delete([part, scope, id]);
  await takeErasures(tables, changes);
  await wantLists(tables, part, [...changes.lists.values()]);
  const before = await tables.cursors.get([part, scope]);
  const filling = page.more && (page.from === 0 || before?.state === 'filling');
  if (!page.more) await finish(tables, part, scope);
  const row: CursorRow = { part, scope, cursor: page.cursor, state: filling ? 'filling' : 'open', at: now };
  await tables.cursors.put(row);
}

async function changesOf(store: Database, { part, scope, page, authors }: Receiving): Promise<Changes> {
  const proofs = await verifyBatches(part, scope, page.batches, authors);
  const known = await knownProofs(store, part, scope, page, proofs);
  const changes: Changes = {
    held: [],
    documents: [],
    removed: [],
    proofs,
    erased: new Set(),
    lists: new Map(),
  };
  for (const entry of page.entries) {
    const { n } = entry;
    if (isOperation(entry)) {
      const { head, fields, put: id, batch } = entry;
      const verified = verifyOperation(entry, scope, known, authors);
      const bad = 'bad' in verified ? verified.bad : null;
      const author = 'author' in verified ? verified.author : null;
      const operation = 'operation' in verified ? verified.operation : null;
      const entity = operation?.entity ?? '';
      const body = await seal({ head, fields, member: author?.member ?? '', agency: author?.agency ?? '' });
      if (bad === null && fields.includes('')) changes.erased.add(id);
      const { checklist: code, version } = bad === null ? (operation?.values ?? {}) : {};
      if (typeof code === 'string' && typeof version === 'string')
        changes.lists.set(nameOf({ code, version }), { code, version });
      const dossier = parseScope(scope)?.dossier ?? '';
      changes.held.push({
        part,
        scope,
        id,
        dossier,
        entity,
        n,
        batch,
        bad,
        aside: 0,
        flag: bad === null ? 0 : 1,
        body,
      });
    } else if (isDocument(entry)) {
      const { put: id, type, version, body } = entry;
      changes.documents.push({ part, scope, id, type, version, n, aside: 0, body: await seal(body) });
      changes.removed = changes.removed.filter((one) => one !== id);
    } else if ('remove' in entry) {
      changes.removed.push(entry.remove);
      changes.documents = changes.documents.filter(({ id }) => id !== entry.remove);
    }
  }
  return changes;
}

/** Batches of the page, and those of earlier pages that its operations name (a release comes long after its batch). */
async function knownProofs(
  store: Database,
  part: string,
  scope: ScopeName,
  page: ScopePage,
  fresh: readonly ProofRow[],
): Promise<Proofs> {
  const here = new Set(fresh.map(({ hash }) => hash));
  const named = new Set(page.entries.filter(isOperation).map(({ batch }) => batch));
  const missing = [...named].filter((hash) => !here.has(hash)).map((hash) => [part, scope, hash] as const);
  const held =
    missing.length === 0 ? [] : await store.read(['proofs'], ({ proofs }) => proofs.getAll(missing));
  const all = [...fresh, ...held.flatMap((row) => row ?? [])];
  return new Map(all.map(({ hash, text }) => [hash, readBatch(text)]));
}

/** From 0: what was held is put aside, and comes back entry by entry. */
async function restart(
  { held, documents }: Tables<'held' | 'documents'>,
  part: string,
  scope: ScopeName,
): Promise<void> {
  const key = [part, scope] as const;
  await held.putAll(
    (await held.by('part+scope', key)).map((row) => ({ ...row, aside: 1 as const, flag: 1 as const })),
  );
  await documents.putAll(
    (await documents.by('part+scope', key)).map((row) => ({ ...row, aside: 1 as const })),
  );
}

/** At the end: documents that did not come back are gone; operations that did not are shown aside, and can be exported. */
async function finish({ documents }: Tables<'documents'>, part: string, scope: ScopeName): Promise<void> {
  const gone = (await documents.by('part+scope', [part, scope])).filter(({ aside }) => aside === 1);
  for (const { id } of gone) await documents.delete([part, scope, id]);
}

/** A field that was erased at the server is erased here too, in one's own copy. */
async function takeErasures({ own }: Tables<'own'>, { held, erased }: Changes): Promise<void> {
  for (const { id, body } of held.filter((row) => erased.has(row.id))) {
    const row = await own.get(id);
    if (row) await own.put({ ...row, body });
  }
}
