/** What is stored of one visit, folded; the dossier's whole picture and the line in the day are both made from it. */
import type { Database } from '../store/database';
import { isFolded, knownOperations } from '../store/reading';
import type { HeldRow, OwnRow, UploadRow } from '../store/rows';
import type { DirectoryDocument, VisitDocument } from '../types/documents';
import type { Uuid } from '../types/ids';
import { entitiesOf, firstSeen, type Entities } from './entities';
import type { PersonSnapshot } from './person';

const TABLES = ['own', 'held', 'uploads'] as const;

/** What is stored of one dossier for one person. */
export interface KeptDossier {
  id: Uuid;
  entities: Entities;
  uploads: UploadRow[];
  directory: DirectoryDocument | null;
  visit: VisitDocument | null;
  /** Empty when it is not known here. */
  action: Uuid;
  waiting: number;
}

interface Rows {
  own: OwnRow[];
  held: HeldRow[];
  uploads: UploadRow[];
}

/** Null when this device holds nothing of it. */
export async function loadKept(
  database: Database,
  snapshot: PersonSnapshot,
  id: Uuid,
): Promise<KeptDossier | null> {
  const [kept] = await loadAllKept(database, snapshot, [id]);
  return kept ?? null;
}

/** Those of `ids` that this device holds anything of, read in one transaction: a day has many visits. */
export async function loadAllKept(
  database: Database,
  snapshot: PersonSnapshot,
  ids: readonly Uuid[],
): Promise<KeptDossier[]> {
  const rows = await database.read(TABLES, (tables) =>
    Promise.all(
      ids.map(async (id): Promise<Rows> => {
        const key = [snapshot.part, id] as const;
        const [own, held, uploads] = await Promise.all([
          tables.own.by('part+dossier', key),
          tables.held.by('part+dossier', key),
          tables.uploads.by('part+dossier', key),
        ]);
        return { own, held, uploads };
      }),
    ),
  );
  const found = await Promise.all(
    ids.map((id, i) => keptOf(id, rows[i] ?? { own: [], held: [], uploads: [] }, snapshot)),
  );
  return found.filter((one) => one !== null);
}

async function keptOf(id: Uuid, rows: Rows, snapshot: PersonSnapshot): Promise<KeptDossier | null> {
  const own = rows.own.filter(({ scope }) => !snapshot.lost.has(scope));
  const visit = snapshot.visits.find((one) => one.id === id) ?? null;
  const here = [own, rows.held, rows.uploads].some(({ length }) => length > 0);
  if (!here && visit === null) return null;
  // Own work that was set aside is shown beside (the sync centre), not folded.
  const aside = new Set(own.filter((row) => !isFolded(row)).map((row) => row.id));
  const operations = (await knownOperations(own, rows.held)).filter((one) => !aside.has(one.id));
  const entities = entitiesOf(operations);
  const action = visit?.action ?? actionOf(entities, id);
  return {
    id,
    entities,
    uploads: rows.uploads,
    directory: snapshot.directories.get(action) ?? null,
    visit,
    action,
    waiting: own.filter(({ state }) => state === 'frozen' || state === 'sealed').length,
  };
}

/** The dossier as it is told in lists and headings. */
export function labelOf({ visit, entities, id }: KeptDossier): string {
  const opened = entities.of('visit').find(({ entity }) => entity === id);
  const label = opened && firstSeen(opened, 'open')?.fields.label;
  return visit?.site.name ?? (typeof label === 'string' ? label : '');
}

function actionOf(entities: Entities, id: Uuid): string {
  const opened = entities.of('visit').find(({ entity }) => entity === id);
  const action = opened && firstSeen(opened, 'open')?.fields.action;
  return typeof action === 'string' ? action : '';
}
