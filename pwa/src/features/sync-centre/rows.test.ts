import { describe, expect, it } from 'vitest';
import type { OutboxItem } from '$core';
import { attentionOf, visitsOf } from './rows';

const item = (id: string, more: Partial<OutboxItem> = {}): OutboxItem => ({
  id,
  dossier: 'erf',
  dossierLabel: 'Erf 1',
  entity: id,
  kind: 'note.add',
  details: {},
  recorded: '2026-11-25T10:00:00.000Z',
  own: true,
  stage: 'confirmed',
  reason: null,
  released: null,
  reissuedBy: null,
  withdrawn: false,
  text: { bytes: 1 },
  photo: null,
  problem: null,
  nextTry: null,
  receipt: null,
  confirmedAt: null,
  ...more,
});
const answer = (id: string, checklist: string, more: Partial<OutboxItem> = {}) =>
  item(id, { kind: 'answer.set', details: { checklist }, ...more });

describe('the rows of the sync centre', () => {
  it('stand by visit, in the order in which visits come', () => {
    const visits = visitsOf([item('a'), item('b', { dossier: 'kas', dossierLabel: 'Kas 2' }), item('c')]);
    expect(visits.map(({ label, rows }) => [label, rows.map(({ key }) => key)])).toEqual([
      ['Erf 1', ['a', 'c']],
      ['Kas 2', ['b']],
    ]);
  });

  it('are one for the answers to one list that stand alike, and never hide one that stands otherwise', () => {
    const [visit] = visitsOf([
      answer('a', 'BRW-BRAND'),
      answer('b', 'BRW-BRAND'),
      answer('c', 'BRW-BRAND', { stage: 'failed' }),
      answer('d', 'GEN-START'),
    ]);
    expect(visit?.rows.map(({ items }) => items.map(({ id }) => id))).toEqual([['a', 'b'], ['c'], ['d']]);
  });
});

describe('what asks for a person', () => {
  it('is what failed or was set aside', () => {
    const stages = ['on-device', 'sending', 'on-server', 'confirmed', 'failed', 'set-aside'] as const;
    const items = stages.map((stage) => item(stage, { stage }));
    expect(attentionOf(items).map(({ id }) => id)).toEqual(['failed', 'set-aside']);
  });

  it('is not what was written again or taken back', () => {
    const aside = { stage: 'set-aside' } as const;
    const items = [item('a', { ...aside, reissuedBy: 'b' }), item('c', { ...aside, withdrawn: true })];
    expect(attentionOf(items)).toEqual([]);
  });
});
