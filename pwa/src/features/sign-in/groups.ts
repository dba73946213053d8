/** The people of the demonstration as the sign-in screen shows them: by agency, filtered by role and by name. */
import type { Agency, DemoPerson } from '$core';

export type RoleFilter = 'all' | 'inspector' | 'lead' | 'case_worker' | 'signals' | 'administration';

const rolesOf: Record<Exclude<RoleFilter, 'all'>, readonly string[]> = {
  inspector: ['inspector', 'team_lead'],
  lead: ['operational_lead'],
  case_worker: ['case_worker'],
  signals: ['triage'],
  administration: ['coordinator', 'privacy_officer', 'administrator'],
};

export interface Group {
  agency: Agency;
  people: DemoPerson[];
}

/** The role a person is shown under: the first of these that they have. */
const shown = [
  'operational_lead',
  'team_lead',
  'inspector',
  'case_worker',
  'coordinator',
  'triage',
  'privacy_officer',
  'administrator',
] as const;
export type ShownRole = (typeof shown)[number];
export const mainRole = (roles: readonly string[]): ShownRole =>
  shown.find((role) => roles.includes(role)) ?? 'inspector';

/** Agencies in the order they come, each with its people that fit; an agency without any is left out. */
export function groups(people: readonly DemoPerson[], filter: RoleFilter, name: string): Group[] {
  const wanted = plain(name);
  const fits = (person: DemoPerson) =>
    (filter === 'all' || person.roles.some((role) => rolesOf[filter].includes(role))) &&
    (wanted === '' || plain(`${person.member.name} ${person.agency.name}`).includes(wanted));
  const byAgency = new Map<string, Group>();
  for (const person of people.filter(fits)) {
    const group = byAgency.get(person.agency.id) ?? { agency: person.agency, people: [] };
    group.people.push(person);
    byAgency.set(person.agency.id, group);
  }
  return [...byAgency.values()];
}

/** Lower case without accents, so that "yilmaz" finds Yılmaz. */
const plain = (text: string) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ı', 'i').toLowerCase().trim();

/** Where to go after signing in: only inside the app. */
export function safeTarget(to: string | null): string | null {
  return to !== null && /^\/(?![/\\])/.test(to) ? to : null;
}

/** Who is chosen beforehand: the last person here, else the first who has visits today. */
export function preset(people: readonly DemoPerson[], last: string | null): string | null {
  const found =
    people.find(({ membership }) => membership === last) ??
    people.find(({ today }) => today.visits > 0) ??
    people[0];
  return found?.membership ?? null;
}
