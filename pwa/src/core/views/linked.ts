/** Other visits of the action to the same place: the server links them, and merges nothing. */
import type { LinkedDossiers } from '../api/documents';
import type { DossierOpenFields } from '../operations/kinds/index';
import { jointScope } from '../operations/scopes';
import type { Database } from '../store/database';
import type { DocumentRow } from '../store/rows';
import { openAll } from '../store/sealing';
import type { LinkedVisit } from '../types/dossier';
import type { Uuid } from '../types/ids';
import { loadAllKept, type KeptDossier } from './kept';
import type { PersonSnapshot } from './person';
import { registerOf } from './values';

/** A linked dossier, with what this device holds of it. */
export interface Linked {
  id: Uuid;
  kept: KeptDossier | null;
}

/** Those that the documents link with `id`. */
export async function loadLinked(
  database: Database,
  snapshot: PersonSnapshot,
  documents: readonly DocumentRow[],
  id: Uuid,
): Promise<Linked[]> {
  const links = await openAll<LinkedDossiers>(documents.map(({ body }) => body));
  const others = links.flatMap(({ dossiers }) => (dossiers.includes(id) ? dossiers : []));
  const ids = [...new Set(others)].filter((other) => other !== id);
  if (ids.length === 0) return [];
  const kept = await loadAllKept(database, snapshot, ids);
  return ids.map((other) => ({ id: other, kept: kept.find((one) => one.id === other) ?? null }));
}

/** Readable is what pull brings to this person now; of the rest no more is told than that it is there. */
export function linkedOf(linked: readonly Linked[], snapshot: PersonSnapshot): LinkedVisit[] {
  return linked.map(({ id, kept }) => {
    const joint = kept?.entities.of('visit').find(({ scope }) => scope === jointScope(id));
    const context = kept && { names: snapshot.names, entities: kept.entities, sending: snapshot.sending };
    const opened =
      context && joint?.shown.open ? registerOf<DossierOpenFields>(joint, 'open', context).current : null;
    const team = kept?.visit?.team ?? opened?.fields.team;
    return {
      dossier: id,
      readable: snapshot.open.has(jointScope(id)),
      team: snapshot.teams.find((one) => one.id === team)?.label ?? null,
      planned: kept?.visit?.slot?.from ?? null,
      opened: opened?.at ?? null,
    };
  });
}
