/** Views that the first screen does not show: whole dossiers and lists, with the rules of checklists behind them. */
import type { ChecklistContent } from '../checklists';
import { clock, store } from '../runtime';
import type { Database } from '../store/database';
import { contentOf } from '../store/library';
import { agencyOf } from '../store/reading';
import type { ChecklistInfo, ConflictView, DossierView, Uuid } from '../types';
import { dossierView, loadDossier } from '../views/dossier';
import { infoOf } from '../views/lists';
import type { PersonSnapshot } from '../views/person';

export async function oneDossier(
  database: Database,
  person: PersonSnapshot,
  id: Uuid,
): Promise<DossierView | null> {
  const kept = await loadDossier(database, person, id);
  return kept === null ? null : dossierView(kept, person, clock());
}

export async function allConflicts(person: PersonSnapshot, database: Database): Promise<ConflictView[]> {
  const ids = await dossiersOf(database, person);
  const views = await Promise.all(ids.map((id) => oneDossier(database, person, id)));
  const found = views.flatMap((view) => view?.conflicts ?? []);
  return found.sort((one, other) => (one.opened < other.opened ? 1 : -1));
}

export async function listsHere({ part }: PersonSnapshot, database: Database): Promise<ChecklistInfo[]> {
  const rows = await database.read(['lists'], (tables) => tables.lists.by('agency', agencyOf(part)));
  return rows.map((row) => infoOf(contentOf(row).data));
}

export async function listHere(code: string, version: string): Promise<ChecklistContent | null> {
  const row = await store().read(['meta', 'lists'], async ({ meta, lists }) => {
    const part = (await meta.get('current'))?.value as string | undefined;
    return part === undefined ? undefined : lists.get([agencyOf(part), code, version]);
  });
  return row === undefined ? null : contentOf(row).data;
}

async function dossiersOf(
  database: Database,
  { part, visits, open: scopes }: PersonSnapshot,
): Promise<Uuid[]> {
  const own = await database.read(['own'], (tables) => tables.own.by('part', part));
  const joint = [...scopes]
    .filter((scope) => scope.startsWith('joint:'))
    .map((scope) => scope.slice('joint:'.length));
  return [...new Set([...visits.map(({ id }) => id), ...joint, ...own.map(({ dossier: id }) => id)])];
}
