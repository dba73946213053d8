import type { ProposalView } from '$core/types';
import { expect, it } from 'vitest';
import { entries, type Form, missing } from './form';
import { begin, named, offers } from './referrals';

const proposal: ProposalView = {
  entity: 'finding-entity',
  instance: 'instance',
  checklist: 'BRW-BRAND',
  version: '0.1.0',
  question: 'BRA-01',
  rule: 'BRA-EXIT',
  title: { nl: 'Nooduitgang geblokkeerd', en: 'Emergency exit blocked' },
  severity: 'critical',
  legalBasis: 'Bbl afd. 6.2',
  legalSource: null,
  confidence: 'medium',
  followUps: [{ agency: 'gemeente', action: 'penalty_order', dueDays: 3 }],
  dataClass: 'agency',
  answers: ['answer'],
  parameters: {},
  mayDecide: true,
};

const form: Form = {
  what: 'violation',
  proposal: null,
  title: 'Losse kabels',
  text: '',
  severity: 'moderate',
  reason: '',
  scope: 'agency',
  place: null,
  room: 'Pakhal',
  photos: [],
  referrals: [],
};
const ids = { fresh: 'fresh', decided: 'agency' as const };

it('a free finding is one operation, with its photos and their room', () => {
  const [entry, ...more] = entries({ ...form, photos: ['p1', 'p2'] }, 'd', ids);
  expect(more).toEqual([]);
  expect(entry?.[0]).toBe('finding.add');
  expect(entry?.[1]).toMatchObject({
    dossier: 'd',
    entity: 'fresh',
    scope: 'agency',
    fields: { text: null },
  });
  expect(entry?.[2]).toEqual([
    { kept: 'p1', room: 'Pakhal' },
    { kept: 'p2', room: 'Pakhal' },
  ]);
});

it('a room is not lost when there is no photo', () => {
  expect(entries({ ...form, text: 'langs het pad' }, 'd', ids)[0]?.[1].fields).toMatchObject({
    text: 'Pakhal: langs het pad',
  });
});

it('a proposal is confirmed as it stands, and what was seen is a note on it in the same scope', () => {
  const [decision, note] = entries(
    { ...form, proposal, severity: 'critical', text: 'Op slot', photos: ['p'] },
    'd',
    ids,
  );
  expect(decision?.[1].fields).toMatchObject({
    decision: 'confirm',
    reason: null,
    rule: 'BRA-EXIT',
    answers: ['answer'],
  });
  expect(decision?.[2]).toHaveLength(1);
  expect(note?.[0]).toBe('note.add');
  expect(note?.[1]).toMatchObject({
    scope: 'agency',
    fields: { subject: 'finding-entity', text: 'Op slot' },
  });
  expect(note?.[2]).toEqual([]);
});

it('a severity below the proposed one asks why, and is a change', () => {
  const lower = { ...form, proposal, severity: 'serious' as const };
  expect(missing(lower)).toEqual(['reason']);
  expect(missing({ ...lower, reason: 'op een kier' })).toEqual([]);
  expect(entries({ ...lower, reason: 'op een kier' }, 'd', ids)[0]?.[1].fields).toMatchObject({
    decision: 'change',
  });
  expect(missing({ ...form, proposal, severity: 'critical' })).toEqual([]);
});

it('asks for no more than a title, and a note only for words', () => {
  expect(missing({ ...form, title: ' ' })).toEqual(['title']);
  expect(missing({ ...form, what: 'note', title: '', text: '' })).toEqual(['text']);
  expect(entries({ ...form, what: 'note', text: 'Hond los' }, 'd', ids)[0]?.[0]).toBe('note.add');
});

it('good practice has no severity of its own', () => {
  const fields = entries({ ...form, what: 'good_practice', severity: 'critical' }, 'd', ids)[0]?.[1].fields;
  expect(fields).toMatchObject({ kind: 'good_practice', severity: 'minor' });
});

const gem = { id: 'g', code: 'GEM-W', kind: 'gemeente', name: 'Westland', short: 'GEM', public: true };

it('another agency is told only from class agency, only by choice, and only with words and a basis', () => {
  const own = { ...gem, id: 'b', kind: 'brandweer' };
  const around = (onAction: (typeof gem)[]) => ({ action: null, onAction });
  const [offer] = offers(proposal, around([gem, own]), own);
  expect(offer).toMatchObject({ receiver: gem, action: 'penalty_order', dueDays: 3 });
  expect(offers({ ...proposal, dataClass: 'team' }, around([gem]), own)).toEqual([]);
  expect(offers({ ...proposal, dataClass: 'wpg' }, around([gem]), own)).toEqual([]);
  expect(offers(proposal, around([{ ...gem, public: false }]), own)).toEqual([]);
  if (!offer) throw new Error('no offer');
  expect(missing({ ...form, proposal, severity: 'critical', referrals: [begin(offer, ' ')] })).toEqual([
    'referral',
  ]);
});

it('a free finding may ask a task of the own agency, and of another one only with a sentence', () => {
  const own = { ...gem, id: 'b', kind: 'brandweer' };
  const both = { ...form, referrals: [named(own, true), named(gem, false)] };
  expect(missing(both)).toEqual(['referral']);
  const [mine, theirs] = both.referrals;
  if (!mine || !theirs) throw new Error('two tasks');
  const asks = { ...both, referrals: [mine, { ...theirs, sentence: ' Kijk naar de gevel ' }] };
  expect(missing(asks)).toEqual([]);
  const told = entries(asks, 'd', ids)[0]?.[1].fields as { referrals?: unknown };
  const basis = { action: 'further_investigation', dueDays: 14, legalBasis: mine.legalBasis };
  expect(told.referrals).toEqual([
    { ...basis, receiver: 'b', sentence: 'Losse kabels' },
    { ...basis, receiver: 'g', sentence: 'Kijk naar de gevel' },
  ]);
});

it('nothing follows from what is in order, and a narrow class tells no other agency', () => {
  const own = { ...gem, id: 'b' };
  const both = { ...form, referrals: [named(own, true), named(gem, false)] };
  const referrals = (change: Partial<Form>) =>
    (entries({ ...both, ...change }, 'd', ids)[0]?.[1].fields as { referrals?: { receiver: string }[] })
      .referrals;
  expect(referrals({ what: 'good_practice' })).toBeUndefined();
  expect(missing({ ...both, scope: 'class:d:wpg:b' })).toEqual([]);
  expect(referrals({ scope: 'class:d:wpg:b' })?.map(({ receiver }) => receiver)).toEqual(['b']);
});
