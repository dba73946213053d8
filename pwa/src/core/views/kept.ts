/** What is stored of one visit, folded; the dossier's whole picture and the line in the day are both made from it. */
import type { Database } from '../store/database';
import { isFolded, knownOperations } from '../store/reading';
import type { DocumentRow, DraftRow, UploadRow } from '../store/rows';
import type { DirectoryDocument, VisitDocument } from '../types/documents';
import type { Uuid } from '../types/ids';
import { entitiesOf, firstSeen, type Entities } from './entities';
import type { PersonSnapshot } from './person';

const TABLES = ['own', 'held', 'uploads', 'drafts', 'documents'] as const;

/** What is stored of one dossier for one person. */
export interface KeptDossier {
  id: Uuid;
  entities: Entities;
  uploads: UploadRow[];
  drafts: DraftRow[];
  statuses: DocumentRow[];
  directory: DirectoryDocument | null;
  visit: VisitDocument | null;
  /** Empty when it is not known here. */
  action: Uuid;
  waiting: number;
}

/** Null when this device holds nothing of it. */
export async function loadKept(
  database: Database,
  snapshot: PersonSnapshot,
  id: Uuid,
): Promise<KeptDossier | null> {
  const key = [snapshot.part, id] as const;
  const rows = await database.read(TABLES, async (tables) => ({
    own: await tables.own.by('part+dossier', key),
    held: await tables.held.by('part+dossier', key),
    uploads: await tables.uploads.by('part+dossier', key),
    drafts: await tables.drafts.by('part+dossier', key),
    statuses: await tables.documents.by('part+type', [snapshot.part, 'follow_up_status']),
  }));
  const own = rows.own.filter(({ scope }) => !snapshot.lost.has(scope));
  const visit = snapshot.visits.find((one) => one.id === id) ?? null;
  const here = [own, rows.held, rows.uploads, rows.drafts].some(({ length }) => length > 0);
  if (!here && visit === null) return null;
  // Own work that was set aside is shown beside (the sync centre), not folded.
  const aside = new Set(own.filter((row) => !isFolded(row)).map((row) => row.id));
  const operations = (await knownOperations(own, rows.held)).filter((one) => !aside.has(one.id));
  const entities = entitiesOf(operations);
  const action = visit?.action ?? actionOf(entities, id);
  const directory = snapshot.directories.get(action) ?? null;
  return {
    id,
    entities,
    uploads: rows.uploads,
    drafts: rows.drafts,
    statuses: rows.statuses,
    directory,
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
