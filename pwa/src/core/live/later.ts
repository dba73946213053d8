/** Views that the first screen does not show: whole dossiers and lists, with the rules of checklists behind them. */
import type { ChecklistContent } from '../checklists';
import { clock, store } from '../runtime';
import { contentOf } from '../store/library';
import { agencyOf } from '../store/reading';
import type { ChecklistInfo, ConflictView, DossierView, Uuid } from '../types';
import { dossierView, loadDossier } from '../views/dossier';
import { infoOf } from '../views/lists';
import type { PersonSnapshot } from '../views/person';

export async function oneDossier(person: PersonSnapshot, id: Uuid): Promise<DossierView | null> {
  const kept = await loadDossier(store(), person, id);
  return kept === null ? null : dossierView(kept, person, clock());
}

export async function allConflicts(person: PersonSnapshot): Promise<ConflictView[]> {
  const ids = await dossiersOf(person);
  const views = await Promise.all(ids.map((id) => oneDossier(person, id)));
  const found = views.flatMap((view) => view?.conflicts ?? []);
  return found.sort((one, other) => (one.opened < other.opened ? 1 : -1));
}

export async function listsHere({ part }: PersonSnapshot): Promise<ChecklistInfo[]> {
  const rows = await store().read(['lists'], (tables) => tables.lists.by('agency', agencyOf(part)));
  return rows.map((row) => infoOf(contentOf(row).data));
}

export async function listHere(code: string, version: string): Promise<ChecklistContent | null> {
  const row = await store().read(['meta', 'lists'], async ({ meta, lists }) => {
    const part = (await meta.get('current'))?.value as string | undefined;
    return part === undefined ? undefined : lists.get([agencyOf(part), code, version]);
  });
  return row === undefined ? null : contentOf(row).data;
}

async function dossiersOf({ part, visits, open: scopes }: PersonSnapshot): Promise<Uuid[]> {
  const own = await store().read(['own'], (tables) => tables.own.by('part', part));
  const joint = [...scopes]
    .filter((scope) => scope.startsWith('joint:'))
    .map((scope) => scope.slice('joint:'.length));
  return [...new Set([...visits.map(({ id }) => id), ...joint, ...own.map(({ dossier: id }) => id)])];
}
