import { describe, expect, it } from 'vitest';
import { homeOf, placesFor } from './places';

const keys = (roles: string[], dossier: string | null = null) =>
  placesFor(roles, dossier).map((place) => place.key);

describe('the places of a role', () => {
  it('an inspector sees today, the open dossier, messages and sync', () => {
    expect(keys(['inspector'], 'd')).toEqual(['today', 'dossier', 'messages', 'sync']);
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
  it('a role without screens begins at the device', () => {
    expect(keys(['privacy_officer'])).toEqual([]);
    expect(homeOf(['privacy_officer'])).toBe('/device');
  });
});
