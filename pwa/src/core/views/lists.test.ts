/** Who may fill in a list: the gate that stands before every question. */
import { describe, expect, it } from 'vitest';
import { likelyNow } from '../clock/clock';
import type { ChecklistInfo } from '../types/dossier';
import type { Agency, Mandate, Person } from '../types/session';
import { shutBecause } from './lists';

const agency = (id: string): Agency => ({ id, code: id, kind: 'brandweer', name: id, short: id });
const OWN = agency('brw');
const OTHER = agency('gem');
const NOON = Date.parse('2026-11-25T12:00:00.000Z');
const NOW = { past: NOON, likely: NOON };

const list = (more: Partial<ChecklistInfo> = {}): ChecklistInfo => ({
  code: 'BRW-BRAND',
  version: '1.0.0',
  title: { nl: '', en: '' },
  agency: 'brandweer',
  dataClass: 'agency',
  per: 'visit',
  writers: 'owner',
  status: 'draft',
  ownSystems: false,
  mandateRequired: [],
  ...more,
});
const person = (more: Partial<Person> = {}): Person => ({
  key: 'nadia|brw',
  member: { id: 'nadia', name: 'Nadia' },
  agency: OWN,
  membership: 'm',
  roles: ['inspector'],
  mandates: [],
  ...more,
});
const holding = (...mandates: Mandate[]) => person({ mandates });

describe('a list is open', () => {
  it('to the agency it is of, and a joint one to each', () => {
    expect(shutBecause(list(), OWN, person(), NOW)).toBeNull();
    expect(
      shutBecause(list({ writers: 'all_on_action', dataClass: 'team' }), null, person(), NOW),
    ).toBeNull();
  });

  it('to nobody else, and to nobody who is not signed in', () => {
    expect(shutBecause(list(), OTHER, person(), NOW)).toBe('other-agency');
    expect(shutBecause(list(), OWN, null, NOW)).toBe('other-agency');
  });

  it('not here when the agency keeps it in its own systems', () => {
    expect(shutBecause(list({ ownSystems: true }), OWN, person(), NOW)).toBe('own-system');
  });

  it('in a narrower class only to who has its role', () => {
    const narrow = list({ dataClass: 'wpg' });
    expect(shutBecause(narrow, OWN, person(), NOW)).toBe('role');
    expect(shutBecause(narrow, OWN, person({ roles: ['class_fiscal'] }), NOW)).toBe('role');
    expect(shutBecause(narrow, OWN, person({ roles: ['class_wpg'] }), NOW)).toBeNull();
  });
});

describe('a list that asks a mandate', () => {
  const asks = list({ mandateRequired: ['woningwet', 'awbi'] });
  const any = list({ mandateRequired: ['any'] });
  const mandate = (more: Partial<Mandate> = {}): Mandate => ({ law: 'awbi', until: null, ...more });

  it('is open to who holds one of its laws', () => {
    expect(shutBecause(asks, OWN, holding(), NOW)).toBe('mandate');
    expect(shutBecause(asks, OWN, holding(mandate({ law: 'arbowet' })), NOW)).toBe('mandate');
    expect(shutBecause(asks, OWN, holding(mandate({ law: 'arbowet' }), mandate()), NOW)).toBeNull();
    expect(shutBecause(any, OWN, holding(), NOW)).toBe('mandate');
    expect(shutBecause(any, OWN, holding(mandate({ law: 'arbowet' })), NOW)).toBeNull();
  });

  it('is shut once the mandate is over', () => {
    const until = (at: string) => shutBecause(asks, OWN, holding(mandate({ until: at })), NOW);
    expect(until('2026-11-25T12:00:00.001Z')).toBeNull();
    expect(until('2026-11-25T12:00:00.000Z')).toBe('mandate');
  });

  it('is shut until the mandate begins', () => {
    const from = (at: string) => shutBecause(asks, OWN, holding(mandate({ from: at })), NOW);
    expect(from('2026-11-25T12:00:00.000Z')).toBeNull();
    expect(from('2026-11-25T12:00:00.001Z')).toBe('mandate');
  });

  it('is not shut by a mandate alone that another one makes up for', () => {
    const later = mandate({ from: '2026-12-01T00:00:00.000Z' });
    const over = mandate({ until: '2026-11-01T00:00:00.000Z' });
    expect(shutBecause(asks, OWN, holding(later, over), NOW)).toBe('mandate');
    expect(shutBecause(asks, OWN, holding(later, over, mandate()), NOW)).toBeNull();
  });

  it('after a start without signal, begins by the device clock as it was off before, and ends by the server alone', () => {
    const evening = Date.parse('2026-11-25T18:00:00.000Z');
    const mark = { server: evening, device: evening - 60_000, mono: 0, boot: 'yesterday' };
    const morning = { device: evening + 14 * 3_600_000, mono: 5, boot: 'today' };
    const now = { past: evening, likely: likelyNow(mark, morning) };
    const midnight = '2026-11-26T00:00:00.000Z';
    expect(shutBecause(asks, OWN, holding(mandate({ from: midnight })), now)).toBeNull();
    expect(shutBecause(asks, OWN, holding(mandate({ until: midnight })), now)).toBeNull();
  });
});
