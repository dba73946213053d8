/** The lists of a visit: whose they are, who may write them, and the agency's own word on each. */
import type { ChecklistContent } from '../checklists';
import type { AgencyFollowUpFields, AgencyProgressFields } from '../operations/kinds/index';
import { agencyScope, jointScope } from '../operations/scopes';
import type { ChecklistInfo, InstanceView, ListPart } from '../types/dossier';
import type { Uuid } from '../types/ids';
import type { Agency, Mandate, Person } from '../types/session';
import type { Register } from '../types/values';
import type { Entity } from './entities';
import type { Moments } from './person';
import { nothing, registerOf, type Context } from './values';

export interface VisitLists {
  joint: ListPart[];
  parts: { agency: Agency; own: boolean; lists: ListPart[] }[];
}

export interface Colleague {
  name: string;
  mandates: readonly Mandate[];
}

export interface ListsAt {
  dossier: Uuid;
  lists: readonly ChecklistInfo[];
  /** Agencies that take part. */
  agencies: readonly Agency[];
  instances: readonly InstanceView[];
  assigned: boolean;
  /** Colleagues in the team of this visit, of the person's own agency. */
  colleagues: readonly Colleague[];
  now: Moments;
}

export function listsOf(at: ListsAt, context: Context): VisitLists {
  const { lists, agencies } = at;
  const isJoint = ({ writers, dataClass }: ChecklistInfo) =>
    writers === 'all_on_action' && dataClass === 'team';
  const own = context.names.person?.agency.id;
  const parts = agencies
    .map((agency) => ({
      agency,
      own: agency.id === own,
      lists: lists
        .filter((list) => !isJoint(list) && (list.agency === agency.kind || list.writers === 'all_on_action'))
        .map((list) => partOf(list, agency, at, context)),
    }))
    .sort((one, other) => Number(other.own) - Number(one.own));
  return { joint: lists.filter(isJoint).map((list) => partOf(list, null, at, context)), parts };
}

/** What a person may do with a list of an agency; null owner: a joint list. */
export function shutBecause(
  list: ChecklistInfo,
  owner: Agency | null,
  person: Person | null,
  now: Moments,
): ListPart['shut'] {
  if (person === null) return 'other-agency';
  if (owner !== null && owner.id !== person.agency.id) return 'other-agency';
  if (list.ownSystems) return 'own-system';
  const narrow = list.dataClass !== 'team' && list.dataClass !== 'agency';
  if (narrow && !person.roles.includes(`class_${list.dataClass}`)) return 'role';
  return hasMandate(list.mandateRequired ?? [], person, now) ? null : 'mandate';
}

/** One of the laws asked, begun and not over; `any` is any law. No list of laws asks for none. */
function hasMandate(
  laws: readonly string[],
  { mandates }: Pick<Colleague, 'mandates'>,
  { past, likely }: Moments,
): boolean {
  if (laws.length === 0) return true;
  return mandates.some(
    ({ law, from, until }) =>
      (laws.includes('any') || laws.includes(law)) &&
      (from === undefined || likely === null || Date.parse(from) <= likely) &&
      (until === null || past === null || Date.parse(until) > past),
  );
}

function partOf(checklist: ChecklistInfo, owner: Agency | null, at: ListsAt, context: Context): ListPart {
  const shut = shutBecause(checklist, owner, context.names.person, at.now);
  const visit = context.entities.all.find(
    ({ family, scope, entity }) =>
      family === 'visit' && scope === jointScope(at.dossier) && entity === at.dossier,
  );
  return {
    checklist,
    owner,
    own: owner === null || owner.id === context.names.person?.agency.id,
    mayWrite: at.assigned && shut === null,
    shut,
    holders: shut === 'mandate' ? holdersOf(checklist, at) : [],
    word: wordsOf(visit, checklist.code, owner?.id ?? null, context),
    followUp: owner === null ? null : followUpOf(at.dossier, checklist.code, owner.id, context),
    instances: at.instances.filter((one) => one.checklist === checklist.code && isOf(one, at.dossier, owner)),
  };
}

/** Names in order of the alphabet. */
function holdersOf({ mandateRequired = [] }: ChecklistInfo, { colleagues, now }: ListsAt): string[] {
  return colleagues
    .filter((one) => hasMandate(mandateRequired, one, now))
    .map(({ name }) => name)
    .sort((one, other) => one.localeCompare(other));
}

/** A filling in the joint part belongs to the list; any other to the agency of its scope. */
function isOf({ scope }: InstanceView, dossier: Uuid, owner: Agency | null): boolean {
  return scope === '' || scope === jointScope(dossier) || owner === null || scope.endsWith(`:${owner.id}`);
}

/** Of one agency; of all for a joint list, in order of time, side by side without a conflict. */
function wordsOf(
  visit: Entity | undefined,
  list: string,
  owner: Uuid | null,
  context: Context,
): Register<AgencyProgressFields> {
  if (visit === undefined) return nothing();
  const names = Object.keys(visit.shown).filter((name) =>
    owner === null ? name.endsWith(`|${list}`) : name === `${owner}|${list}`,
  );
  const registers = names.map((name) => registerOf<AgencyProgressFields>(visit, name, context));
  const [only, ...more] = registers;
  if (only === undefined) return nothing();
  if (more.length === 0) return only;
  const values = registers
    .flatMap((register) => register.values)
    .sort((one, other) => (one.at < other.at ? -1 : 1));
  const own = values.find(({ author }) => author.agency.id === context.names.person?.agency.id);
  return { ...nothing(), values, current: own ?? values[0] ?? null, base: own ? [own.id] : [] };
}

function followUpOf(
  dossier: Uuid,
  list: string,
  owner: Uuid,
  context: Context,
): Register<AgencyFollowUpFields> {
  const scope = agencyScope(dossier, owner);
  const own = context.entities.all.find(
    (one) => one.family === 'visit' && one.scope === scope && one.entity === dossier,
  );
  return registerOf(own, `${owner}|${list}`, context);
}

/** What the content of a version says of the list itself. */
export function infoOf(data: ChecklistContent): ChecklistInfo {
  const { code, version, title, agency, dataClass, per, writers, status, ownSystems, mandateRequired } = data;
  return { code, version, title, agency, dataClass, per, writers, status, ownSystems, mandateRequired };
}
