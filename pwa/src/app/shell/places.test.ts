import { describe, expect, it } from 'vitest';
import { homeOf, isFor, placesFor } from './places';

const keys = (roles: string[], dossier: string | null = null) =>
  placesFor(roles, dossier).map((place) => place.key);

describe('the places of a role', () => {
  it('an inspector sees today, the map, the open dossier, messages and sync', () => {
    expect(keys(['inspector'], 'd')).toEqual(['today', 'map', 'dossier', 'messages', 'sync']);
  });
  it('without an open visit there is no dossier to go to', () => {
    expect(keys(['inspector'])).not.toContain('dossier');
  });
  it('a case worker sees the inbox and nothing of the field', () => {
    expect(keys(['case_worker'], 'd')).toEqual(['inbox', 'mine']);
  });
  it('an operational lead begins at the actions', () => {
    expect(homeOf(['operational_lead'])).toBe('/actions');
  });
  it('an inspector has nothing to do in an inbox or a plan, a case worker nothing beside them', () => {
    expect(isFor('inbox', ['inspector'])).toBe(false);
    expect(isFor('action', ['inspector', 'case_worker'])).toBe(false);
    expect(isFor('followUp', ['inspector', 'case_worker'])).toBe(true);
    expect(isFor('unplanned', ['case_worker'])).toBe(false);
    expect(isFor('dossier', ['case_worker'])).toBe(true);
  });
  it('a role without screens begins at the device', () => {
    expect(keys(['privacy_officer'])).toEqual([]);
    expect(homeOf(['privacy_officer'])).toBe('/device');
  });
});
