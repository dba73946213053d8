/** The picture of one visit, put together from what is stored. */
import type { DeviceClock } from '../clock/clock';
import type { DossierOpenFields, NoteAddFields } from '../operations/kinds/index';
import { jointScope } from '../operations/scopes';
import type { Database } from '../store/database';
import { contentOf, heldLists } from '../store/library';
import { agencyOf } from '../store/reading';
import type { DocumentRow, DraftRow, ListRow } from '../store/rows';
import { openAll } from '../store/sealing';
import { writeInstant } from '../operations/instants';
import type { ChecklistInfo, DossierView } from '../types/dossier';
import type { DirectoryDocument, TeamDocument } from '../types/documents';
import type { Uuid } from '../types/ids';
import type { Draft } from '../types/recording';
import { conflictsOf } from './conflicts';
import type { Entities } from './entities';
import { evidenceOf, photoCount } from './evidence';
import { findingsOf } from './findings';
import { instancesOf, type KeptDraft } from './instances';
import { labelOf, loadKept, type KeptDossier } from './kept';
import { linkedOf, loadLinked, type Linked } from './linked';
import { infoOf, listsOf, type Colleague } from './lists';
import { outcomesOf } from './outcomes';
import { momentsOf, type PersonSnapshot } from './person';
import { parametersOf, proposalsOf } from './proposals';
import { timelineOf } from './timeline';
import { registerOf, valueOf, type Context } from './values';
import { visitState } from './visit';

/** What is stored of one dossier for one person, with the lists that it names, what is being typed, and what came of it. */
export interface DossierSnapshot extends KeptDossier {
  lists: ListRow[];
  drafts: DraftRow[];
  statuses: DocumentRow[];
  linked: Linked[];
}

/** Null when this device holds nothing of it. */
export async function loadDossier(
  database: Database,
  snapshot: PersonSnapshot,
  id: Uuid,
): Promise<DossierSnapshot | null> {
  const kept = await loadKept(database, snapshot, id);
  if (kept === null) return null;
  const named = [...(kept.directory?.checklists ?? []), ...versionsIn(kept.entities)];
  const agency = snapshot.person?.agency.id ?? '';
  const beside = await database.read(['lists', 'drafts', 'documents'], async (tables) => ({
    lists: await heldLists(tables, agency, named),
    drafts: await tables.drafts.by('part+dossier', [snapshot.part, id]),
    statuses: await tables.documents.by('part+type', [snapshot.part, 'follow_up_status']),
    links: await tables.documents.by('part+type', [snapshot.part, 'linked_dossiers']),
  }));
  return { ...kept, ...beside, linked: await loadLinked(database, snapshot, beside.links, id) };
}

export async function dossierView(
  kept: DossierSnapshot,
  snapshot: PersonSnapshot,
  now: DeviceClock,
): Promise<DossierView> {
  const { id, entities, visit, directory } = kept;
  const context: Context = { names: snapshot.names, entities, sending: snapshot.sending };
  const joint = entities.of('visit').find(({ scope }) => scope === jointScope(id));
  const opened = joint?.shown.open ? registerOf<DossierOpenFields>(joint, 'open', context) : null;
  const actionId = visit?.action ?? opened?.current?.fields.action;
  const team = snapshot.teams.find((one) => one.id === (visit?.team ?? opened?.current?.fields.team)) ?? null;
  const takePart = visit?.agencies ?? [...new Set(team?.members.map(({ agency }) => agency))];
  // The action's lead reads the joint part too; assigned is who stands in the team, or opened the dossier.
  const assigned =
    (snapshot.open.has(jointScope(id)) && isInTeam(team, snapshot.part)) ||
    (opened?.values.some(({ author }) => author.own) ?? false);
  const drafts = await openDrafts(kept.drafts);
  const uploads = new Map(kept.uploads.map((row) => [row.entity, row]));
  const evidence = evidenceOf(context, uploads);
  const instances = instancesOf(context, evidence, drafts);
  const content = contents(kept.lists);
  const agencies = takePart.map((agency) => snapshot.names.agency(agency));
  const lists = listsOf(
    {
      dossier: id,
      lists: infos(kept),
      agencies,
      instances,
      assigned,
      colleagues: colleaguesOf(team, directory, snapshot.part),
      now: momentsOf(snapshot, now),
    },
    context,
  );
  const findings = findingsOf(
    { evidence, instances, outcomes: await outcomesOf(kept.statuses, snapshot.names), content },
    context,
  );
  const action = snapshot.actions.find((one) => one.id === actionId) ?? null;
  const day = (action?.window.from ?? writeInstant(now.device)).slice(0, 10);
  const parameters = parametersOf(directory, day);
  return {
    id,
    label: labelOf(kept),
    site: visit?.site ?? null,
    visit,
    opened,
    action,
    team,
    agencies,
    onAction: (action?.agencies ?? []).map((agency) => snapshot.names.agency(agency)),
    assigned,
    state: visitState(joint, takePart, context),
    linked: linkedOf(kept.linked, snapshot),
    ...lists,
    instances,
    findings,
    proposals: proposalsOf({
      parts: [...lists.joint, ...lists.parts.filter(({ own }) => own).flatMap((part) => part.lists)],
      findings,
      agency: snapshot.person?.agency.id ?? '',
      parameters,
      content,
    }),
    parameters,
    evidence,
    loose: kept.uploads
      .filter(({ state }) => state === 'kept')
      .map(({ entity, takenAt, bytes }) => ({ entity, takenAt, bytes })),
    notes: notesOf(context),
    timeline: timelineOf(context),
    conflicts: conflictsOf({ dossier: id, label: labelOf(kept), assigned, evidence }, context),
    photos: photoCount(evidence),
    waiting: kept.waiting,
    drafts: kept.drafts.length,
  };
}

function notesOf(context: Context): DossierView['notes'] {
  return context.entities.of('note').flatMap(({ shown }) =>
    (shown['']?.values ?? []).flatMap(({ id, lead }) => {
      const value = valueOf<NoteAddFields>(id, lead, context);
      return value === null ? [] : [{ value, subject: value.fields.subject }];
    }),
  );
}

/** The lists of the action as they are now, by code; a list that is being filled in an older version is one of them. */
function infos({ lists, directory }: DossierSnapshot): ChecklistInfo[] {
  const current = directory?.checklists ?? lists;
  return current.flatMap(({ code, version }) => {
    const row = lists.find((one) => one.code === code && one.version === version);
    return row ? [infoOf(contentOf(row).data)] : [];
  });
}

function contents(
  lists: readonly ListRow[],
): (code: string, version: string) => ReturnType<typeof contentOf> | null {
  const held = new Map(lists.map((row) => [`${row.code}@${row.version}`, row]));
  return (code, version) => {
    const row = held.get(`${code}@${version}`);
    return row === undefined ? null : contentOf(row);
  };
}

function versionsIn(entities: Entities): { code: string; version: string }[] {
  const found = new Map<string, { code: string; version: string }>();
  for (const { values } of entities.operations.values()) {
    const { checklist: code, version } = values;
    if (typeof code === 'string' && typeof version === 'string')
      found.set(`${code}@${version}`, { code, version });
  }
  return [...found.values()];
}

async function openDrafts(rows: readonly DraftRow[]): Promise<KeptDraft[]> {
  const opened = await openAll<Draft>(rows.map(({ body }) => body));
  return opened.map((draft, i) => ({ draft, at: writeInstant(rows[i]?.at ?? 0) }));
}

/** Who else of one's agency is in the team now, with the mandates that the action's directory tells. */
function colleaguesOf(
  team: TeamDocument | null,
  directory: DirectoryDocument | null,
  part: string,
): Colleague[] {
  const agency = agencyOf(part);
  const now = team?.members.filter(({ until, ...one }) => until === null && one.agency === agency) ?? [];
  const here = new Set(now.map(({ member }) => member).filter((member) => `${member}|${agency}` !== part));
  return (directory?.members ?? [])
    .filter((one) => one.agency === agency && here.has(one.id))
    .map(({ name, mandates = [] }) => ({ name, mandates }));
}

/** A team that this device does not hold decides nothing. */
function isInTeam(team: TeamDocument | null, part: string): boolean {
  if (team === null) return true;
  return team.members.some(({ member, agency, until }) => until === null && `${member}|${agency}` === part);
}
