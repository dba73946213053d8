import { describe, expect, it } from 'vitest';
import type { DossierView, InstanceView, ProposalView } from '$core';
import type { ChecklistContent } from '$core/checklists';
import { answerFields, beginning, decision, isLower, signOff, type Target } from './writing';

const list = { code: 'BRW-BRAND', version: '0.1.0', per: 'visit', dataClass: 'team' } as ChecklistContent;
const target: Target = {
  dossier: 'd',
  list,
  entity: 'i',
  label: null,
  begun: false,
  said: false,
  place: null,
};

describe('the first answer', () => {
  it('begins the filling and says that the agency is busy', () => {
    expect(beginning(target)).toEqual([
      [
        'instance.create',
        { dossier: 'd', fields: { checklist: 'BRW-BRAND', version: '0.1.0', label: null } },
      ],
      ['agency.progress', { dossier: 'd', fields: { list: 'BRW-BRAND', progress: 'busy', reason: null } }],
    ]);
  });
  it('of a list that not everybody reads tells nothing in the joint part', () => {
    const entries = beginning({ ...target, list: { ...list, dataClass: 'victim' } });
    expect(entries.map(([kind]) => kind)).toEqual(['instance.create']);
  });
  it('of a list that is filled many times names its own filling', () => {
    const [create] = beginning({ ...target, list: { ...list, per: 'vehicle' }, label: 'witte oplegger' });
    expect(create?.[1]).toMatchObject({ entity: 'i', fields: { label: 'witte oplegger' } });
  });
  it('is the only one that does', () => {
    expect(beginning({ ...target, begun: true, said: true })).toEqual([]);
  });
});

describe('an answer', () => {
  it('leaves out a remark and a caution that are not there', () => {
    expect(answerFields(target, 'BRA-01', { value: 'no', remark: null, caution: null })).toEqual({
      checklist: 'BRW-BRAND',
      version: '0.1.0',
      instance: 'i',
      question: 'BRA-01',
      value: 'no',
    });
  });
  it('of a statement carries the caution', () => {
    const caution = { asked: 'a', punitive: true, given: 'g' };
    expect(answerFields(target, 'ARB-13', { value: '12', remark: null, caution }).caution).toEqual(caution);
  });
});

describe('a decision', () => {
  const proposal = {
    checklist: 'BRW-BRAND',
    version: '0.1.0',
    instance: 'i',
    question: 'BRA-01',
    rule: 'BRA-EXIT',
    severity: 'critical',
    answers: ['op'],
    parameters: { WML_UURLOON: '14.71' },
  } as unknown as ProposalView;
  const fields = (made: Parameters<typeof decision>[2]) => decision('d', proposal, made, null)[1].fields;

  it('confirms what was proposed, with the answers and norms it rests on', () => {
    expect(fields({ severity: 'critical', reason: null })).toMatchObject({
      rule: 'BRA-EXIT',
      decision: 'confirm',
      severity: 'critical',
      answers: ['op'],
      parameters: { WML_UURLOON: '14.71' },
      referrals: [],
    });
  });
  it('of another severity is a change', () => {
    expect(fields({ severity: 'minor', reason: 'hersteld' })).toMatchObject({
      decision: 'change',
      severity: 'minor',
      reason: 'hersteld',
    });
  });
  it('of no finding is a dismissal that keeps what was proposed', () => {
    expect(fields({ severity: null, reason: null })).toMatchObject({
      decision: 'dismiss',
      severity: 'critical',
    });
  });
  it('knows a lower severity', () => {
    expect([isLower('minor', 'critical'), isLower('critical', 'critical')]).toEqual([true, false]);
  });
});

describe('signing off', () => {
  const value = (id: string, scope: string) => ({ id, scope });
  const instance = {
    entity: 'i',
    scope: 'agency:d:a',
    created: { values: [value('c', 'agency:d:a')] },
    answers: {
      A: { register: { values: [value('own', 'agency:d:a')] } },
      B: { register: { values: [value('joint', 'joint:d')] } },
      C: { register: { values: [value('narrow', 'class:d:signal:a')] } },
    },
  } as unknown as InstanceView;
  const view = {
    findings: [
      { rule: { instance: 'i' }, register: { values: [value('f', 'agency:d:a')] } },
      { rule: { instance: 'other' }, register: { values: [value('g', 'agency:d:a')] } },
    ],
  } as unknown as DossierView;

  it('names what stands in its own or a wider scope, and nothing of a narrower one', () => {
    const [signed, word] = signOff(target, view, instance, true);
    expect(signed?.[1].fields).toMatchObject({ seen: ['c', 'own', 'joint', 'f'] });
    expect(word?.[1].fields).toMatchObject({ progress: 'done' });
  });
  it('says nothing to others when the person does not want to', () => {
    expect(signOff(target, view, instance, false).map(([kind]) => kind)).toEqual(['instance.sign_off']);
  });
});
