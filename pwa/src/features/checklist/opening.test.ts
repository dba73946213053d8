import { describe, expect, it } from 'vitest';
import type { DossierView, InstanceView, ListPart, Person } from '$core';
import type { ChecklistContent } from '$core/checklists';
import { partOf, wanted } from './opening';

const part = (code: string, owner: string | null, per = 'visit') =>
  ({
    checklist: { code, version: '0.2.0', per },
    owner: owner === null ? null : { id: owner },
  }) as unknown as ListPart;
const view = {
  joint: [part('GEN-START', null)],
  parts: [
    { lists: [part('MH-SIGNAAL', 'nla', 'person')] },
    { lists: [part('MH-SIGNAAL', 'brw', 'person'), part('BRW-BRAND', 'brw')] },
  ],
  instances: [{ entity: 'i', checklist: 'BRW-BRAND', version: '0.1.0' }],
} as unknown as DossierView;
const filling = { checklist: 'BRW-BRAND', version: '0.1.0', scope: 'joint:d' } as InstanceView;

describe('an address', () => {
  it('of a filling keeps to its version', () => {
    expect(wanted(view, 'i', filling)).toEqual({ code: 'BRW-BRAND', version: '0.1.0' });
  });
  it('of a list goes on with the filling of this visit', () => {
    expect(wanted(view, 'BRW-BRAND', null)).toEqual({ code: 'BRW-BRAND', version: '0.1.0' });
  });
  it('of a list that nobody began is the version of the action', () => {
    expect(wanted(view, 'GEN-START', null)).toEqual({ code: 'GEN-START', version: '0.2.0' });
  });
  it('of something else is none', () => {
    expect(wanted(view, 'NOPE', null)).toBeNull();
  });
});

it('a list of several agencies is opened as the own one', () => {
  const person = { agency: { id: 'brw' } } as Person;
  const list = { code: 'MH-SIGNAAL' } as ChecklistContent;
  expect(partOf(view, list, person, null)?.owner?.id).toBe('brw');
});
