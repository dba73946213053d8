import { expect, it } from 'vitest';
import type { ActionDocument, Agency } from '$core';
import { reachable, wayOf } from './way';

const agency = (id: string, kind: string, open = true): Agency => ({
  id,
  code: id,
  kind,
  name: id,
  short: id,
  public: open,
});
const own = agency('brw', 'brandweer');
const gem = agency('gem', 'gemeente');
const sncu = agency('sncu', 'sncu', false);
const action = { lead: { agency: 'gem', member: 'm' } } as ActionDocument;
const around = { action, onAction: [own, gem, sncu] };

it.each([
  ['brandweer', 'agency', 'own'],
  ['brandweer', 'wpg', 'own'],
  ['gemeente', 'team', 'goes'],
  ['gemeente', 'agency', 'choice'],
  ['gemeente', 'wpg', 'decide'],
  ['sncu', 'team', 'inform'],
  ['sncu', 'agency', 'inform'],
  ['kvk', 'agency', 'inform'],
  ['operationeel_leider', 'agency', 'choice'],
] as const)('a follow-up for %s from class %s: %s', (kind, dataClass, way) => {
  expect(wayOf(kind, dataClass, around, own)).toBe(way);
});

it('the lead is told as the lead agency, and is the own one there', () => {
  expect(reachable('operationeel_leider', around, own)).toEqual([gem]);
  expect(wayOf('operationeel_leider', 'agency', around, gem)).toBe('own');
});

it('nobody is reached where the action is not known', () => {
  expect(wayOf('gemeente', 'agency', { action: null, onAction: [] }, own)).toBe('inform');
});
