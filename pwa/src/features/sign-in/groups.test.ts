import { describe, expect, it } from 'vitest';
import type { DemoPerson } from '$core';
import { groups, mainRole, preset, safeTarget } from './groups';

const person = (name: string, agency: string, roles: string[]): DemoPerson => ({
  membership: name,
  member: { id: name, name },
  agency: { id: agency, code: agency, kind: 'gemeente', name: agency, short: agency },
  roles,
  today: { visits: 0, summary: { nl: '', en: '' } },
});
const people = [
  person('Nadia Amrani', 'Brandweer Haaglanden', ['inspector']),
  person('Karin Jansen', 'Gemeente Westland', ['operational_lead']),
  person('Aylin Yılmaz', 'Gemeente Westland', ['privacy_officer']),
  person('Tom de Vries', 'Brandweer Hollands Midden', ['case_worker']),
];
const names = (filter: Parameters<typeof groups>[1], name = '') =>
  groups(people, filter, name).map(({ agency, people: some }) => [
    agency.name,
    ...some.map((one) => one.member.name),
  ]);

describe('who may be chosen', () => {
  it('two fire services stand apart', () => {
    expect(names('all').map(([agency]) => agency)).toEqual([
      'Brandweer Haaglanden',
      'Gemeente Westland',
      'Brandweer Hollands Midden',
    ]);
  });
  it('a role leaves only its people, and no empty agency', () => {
    expect(names('administration')).toEqual([['Gemeente Westland', 'Aylin Yılmaz']]);
  });
  it('a name is found without its accents, and an agency by its name', () => {
    expect(names('all', 'yilmaz')).toEqual([['Gemeente Westland', 'Aylin Yılmaz']]);
    expect(names('all', 'hollands')).toEqual([['Brandweer Hollands Midden', 'Tom de Vries']]);
  });
  it('a team lead is shown as such, though also inspector', () => {
    expect(mainRole(['inspector', 'team_lead'])).toBe('team_lead');
  });
});

describe('who is chosen beforehand', () => {
  const busy = {
    ...person('Defne Kaya', 'Gemeente Westland', ['inspector']),
    today: { visits: 2, summary: { nl: '', en: '' } },
  };
  it('is the last person on this device', () => {
    expect(preset([...people, busy], 'Tom de Vries')).toBe('Tom de Vries');
  });
  it('is somebody with work today when nobody was here', () => {
    expect(preset([...people, busy], null)).toBe('Defne Kaya');
  });
});

describe('where one goes after signing in', () => {
  it.each([
    ['/dossier/1', '/dossier/1'],
    ['//elders.example', null],
    ['/\\elders.example', null],
    ['https://elders.example', null],
    [null, null],
  ])('%s leads to %s', (to, target) => {
    expect(safeTarget(to)).toBe(target);
  });
});
