/** Actions for screens: the list, one plan and its changes. Each change names the version it was made on. */
import { send } from '../runtime';
import { call } from '../transport/rest';
import type { components, paths } from '../api/openapi';
import { Refused } from '../transport/send';
import type { Uuid } from '../types/ids';

export type ActionPage = components['schemas']['ActionPage'];
export type ActionLine = components['schemas']['ActionLine'];
export type ActionState = ActionLine['state'];
export type Plan = components['schemas']['Plan'];
export type Asked = Plan['agencies'][number];
export type Team = Plan['teams'][number];
export type TeamMember = Team['members'][number];
export type Target = Plan['targets'][number];
export type Missing = Plan['missing'][number];
export type Candidate = components['schemas']['Candidate'];
export type Site = Target['site'];
export type Agency = components['schemas']['AgencyDetail'];
export type Basis = components['schemas']['ActionFields'];
export type BasisChange = components['schemas']['ActionChange'];
export type TargetChange = components['schemas']['TargetFields'];
export type TeamChange = components['schemas']['TeamFields'];
export type ActionQuery = NonNullable<paths['/api/v1/control-actions']['get']['parameters']['query']>;

/** What a change is made on: the plan as it was seen. */
export type Seen = Pick<Plan, 'id' | 'version'>;

const on = ({ id, version }: Seen) => ({ path: { id }, seen: version });

/** A page of the actions one may read, latest day first. Throws Refused, NetworkError; so do all of these. */
export const readActions = (query: ActionQuery = {}): Promise<ActionPage> =>
  call(send, 'get', '/api/v1/control-actions', { query });

export const readPlan = (id: Uuid): Promise<Plan> =>
  call(send, 'get', '/api/v1/control-actions/{id}', { path: { id } });

export const createAction = (body: Basis): Promise<Plan> =>
  call(send, 'post', '/api/v1/control-actions', { body });

export const changeBasis = (seen: Seen, body: BasisChange): Promise<Plan> =>
  call(send, 'put', '/api/v1/control-actions/{id}', { ...on(seen), body });

export const changeTargets = (seen: Seen, targets: TargetChange[]): Promise<Plan> =>
  call(send, 'put', '/api/v1/control-actions/{id}/targets', { ...on(seen), body: { targets } });

export const changeTeams = (seen: Seen, teams: TeamChange[]): Promise<Plan> =>
  call(send, 'put', '/api/v1/control-actions/{id}/teams', { ...on(seen), body: { teams } });

export const changeState = (seen: Seen, state: ActionState): Promise<Plan> =>
  call(send, 'post', '/api/v1/control-actions/{id}/state', { ...on(seen), body: { state } });

/** Who of the agencies asked could go, with their mandates on the day of the action. */
export const readCandidates = (id: Uuid): Promise<Candidate[]> =>
  call(send, 'get', '/api/v1/control-actions/{id}/people', { path: { id } });

export async function findSites(words: string, limit = 8): Promise<Site[]> {
  const page = await call(send, 'get', '/api/v1/sites', { query: { q: words, limit } });
  return page.sites;
}

export const readAgencies = (): Promise<Agency[]> => call(send, 'get', '/api/v1/agencies');

/** The version that somebody else's change made, when that is why the server refused. */
export const overtakenBy = (error: unknown): number | null =>
  error instanceof Refused && error.code === 'version-changed' ? Number(error.problem['version']) : null;
