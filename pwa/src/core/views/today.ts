/** The day: the visits of one's teams in order, what is next, and whether everything for them is on this device. */
import type { Database } from '../store/database';
import { agencyOf } from '../store/reading';
import { writeInstant } from '../operations/instants';
import { jointScope } from '../operations/scopes';
import type { DossierOpenFields, VisitStateFields } from '../operations/kinds/index';
import type { TodayView, TodayVisit } from '../types/today';
import type { ActionDocument } from '../types/documents';
import type { Uuid } from '../types/ids';
import { evidenceOf, photoCount } from './evidence';
import { labelOf, loadAllKept, type KeptDossier } from './kept';
import type { PersonSnapshot } from './person';
import { registerOf, type Context } from './values';
import { visitState } from './visit';

/** An action may begin before midnight and end after it. */
const AROUND_MS = 12 * 60 * 60_000;

export const NO_DAY: TodayView = {
  action: null,
  team: null,
  visits: [],
  next: null,
  ready: { visits: false, checklists: { here: 0, of: 0 }, asOf: null },
};

/** `now`: device time in ms. */
export async function todayView(
  database: Database,
  snapshot: PersonSnapshot,
  now: number,
): Promise<TodayView> {
  const planned = snapshot.visits.filter(
    ({ id, state }) => state === 'planned' && snapshot.open.has(jointScope(id)),
  );
  const ids = new Set([...planned.map(({ id }) => id), ...(await openedHere(database, snapshot))]);
  const kept = await loadAllKept(database, snapshot, [...ids]);
  const current = new Set(snapshot.actions.filter((action) => isOfToday(action, now)).map(({ id }) => id));
  const visits = kept
    .flatMap((one) => (current.has(one.action) ? [visitOf(one, snapshot)] : []))
    .sort((one, other) => one.order - other.order || (one.dossier < other.dossier ? -1 : 1));
  const next = visits.find(
    ({ ownWord, word }) => ownWord === null && (word === 'planned' || word === 'on_site'),
  );
  const first = visits.find(({ dossier }) => dossier === next?.dossier) ?? visits[0];
  const teamId = first?.visit?.team;
  const actionId = first?.visit?.action;
  return {
    action:
      snapshot.actions.find(({ id }) => id === actionId) ??
      snapshot.actions.find(({ id }) => current.has(id)) ??
      null,
    team:
      snapshot.teams.find(({ id }) => id === teamId) ??
      snapshot.teams.find(({ action }) => current.has(action)) ??
      null,
    visits,
    next: next?.dossier ?? null,
    ready: await readiness(database, snapshot, visits.length > 0),
  };
}

/** Around this day, and not over: what was closed stays readable for a while, but is not today's work. */
function isOfToday({ state, closedAt, window }: ActionDocument, now: number): boolean {
  if (state === 'closed' || closedAt !== null) return false;
  return Date.parse(window.from) - AROUND_MS <= now && now <= Date.parse(window.until) + AROUND_MS;
}

function visitOf(kept: KeptDossier, snapshot: PersonSnapshot): TodayVisit {
  const { id, entities, visit, uploads } = kept;
  const context: Context = { names: snapshot.names, entities, sending: snapshot.sending };
  const joint = entities.of('visit').find(({ scope }) => scope === jointScope(id));
  const opened = joint?.shown.open ? registerOf<DossierOpenFields>(joint, 'open', context).current : null;
  const team = snapshot.teams.find((one) => one.id === opened?.fields.team);
  const takePart = visit?.agencies ?? [...new Set(team?.members.map(({ agency }) => agency))];
  const state = visitState(joint, takePart, context);
  const own = registerOf<VisitStateFields>(joint, agencyOf(snapshot.part), context).current;
  const agencies = takePart.map((agency) => snapshot.names.agency(agency));
  return {
    dossier: id,
    label: labelOf(kept),
    site: visit?.site ?? null,
    visit,
    unplanned: visit === null,
    order: visit?.order ?? Number.MAX_SAFE_INTEGER,
    slot: visit?.slot ?? null,
    agencies,
    entryOrder: (visit?.entryOrder ?? []).flatMap(
      (code) => agencies.find((one) => one.code === code || one.id === code) ?? [],
    ),
    warning: visit?.warning ?? null,
    word: state.word,
    ownWord: own?.fields.state ?? null,
    since: state.since,
    findings: entities.of('finding').filter(({ shown }) => (shown['']?.values.length ?? 0) > 0).length,
    photos: photoCount(evidenceOf(context, new Map(uploads.map((row) => [row.entity, row])))),
    waiting: kept.waiting,
    conflicts: entities.all.flatMap(({ shown }) => Object.values(shown)).filter(({ conflict }) => conflict)
      .length,
  };
}

/** Dossiers opened on the spot: by this person and not yet in a document, or by a colleague of the team. */
async function openedHere(database: Database, { part, lost, visits, open }: PersonSnapshot): Promise<Uuid[]> {
  const planned = new Set(visits.map(({ id }) => id));
  const own = await database.read(['own'], (tables) => tables.own.by('part', part));
  const mine = own
    .filter(({ dossier, entity, scope }) => dossier === entity && !lost.has(scope))
    .map(({ dossier }) => dossier);
  const pulled = [...open]
    .filter((scope) => scope.startsWith('joint:'))
    .map((scope) => scope.slice('joint:'.length));
  return [...new Set([...mine, ...pulled])].filter((id) => !planned.has(id));
}

async function readiness(
  database: Database,
  snapshot: PersonSnapshot,
  visits: boolean,
): Promise<TodayView['ready']> {
  const named = [...snapshot.directories.values()].flatMap(({ checklists }) => checklists);
  const wanted = new Map(named.map((list) => [`${list.code}@${list.version}`, list]));
  const agency = agencyOf(snapshot.part);
  // Counted one by one: an older version on this device is no list for today.
  const here = await database.read(['lists'], async ({ lists }) => {
    let count = 0;
    for (const { code, version } of wanted.values())
      count += await lists.countBy('agency+code+version', [agency, code, version]);
    return count;
  });
  return {
    visits: visits && !snapshot.filling,
    checklists: { here, of: wanted.size },
    asOf: snapshot.pulled === null ? null : writeInstant(snapshot.pulled),
  };
}
