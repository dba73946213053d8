/** A dossier to test with: the people and agencies of the demo, nothing recorded. Tests change what they speak of. */
import type {
  Agency,
  Author,
  DossierView,
  FindingView,
  ListPart,
  Register,
  TimelineItem,
  Value,
} from '$core';

export const brw: Agency = {
  id: 'brw',
  code: 'BRW-HAAGLANDEN',
  kind: 'brandweer',
  name: 'Brandweer Haaglanden',
  short: 'BRW',
};
export const gem: Agency = {
  id: 'gem',
  code: 'GEM-WESTLAND',
  kind: 'gemeente',
  name: 'Gemeente Westland',
  short: 'GEM',
};
export const nadia: Author = { member: 'nadia', name: 'Nadia Amrani', agency: brw, own: true };
export const defne: Author = { member: 'defne', name: 'Defne Kaya', agency: gem, own: false };

export const nothing = <F>(): Register<F> => ({
  values: [],
  current: null,
  conflict: false,
  withdrawnBy: null,
  base: [],
});

export function value<F>(fields: F, author = nadia, at = '2026-11-25T10:00:00.000Z'): Value<F> {
  return {
    id: `op-${at}`,
    entity: 'e',
    kind: 'k',
    scope: 'joint:d',
    fields,
    erased: 0,
    author,
    at,
    place: null,
    stage: 'received',
    keeps: null,
    reason: null,
  };
}

export function one<F>(fields: F, author = nadia, at?: string): Register<F> {
  const only = value(fields, author, at);
  return { ...nothing<F>(), values: [only], current: only, base: [only.id] };
}

export const finding = (entity: string, change: Partial<FindingView> = {}): FindingView => ({
  entity,
  source: 'free',
  scope: 'joint:d',
  dataClass: 'team',
  title: { nl: entity, en: entity },
  severity: 'minor',
  kind: 'violation',
  text: null,
  decision: 'confirm',
  owner: brw,
  rule: null,
  register: one({ title: entity, severity: 'minor', text: null, kind: 'violation' }),
  answersChanged: false,
  evidence: [],
  outcomes: [],
  stage: 'on-device',
  ...change,
});

export const list = (code: string, change: Partial<ListPart> = {}): ListPart => ({
  checklist: {
    code,
    version: '0.1.0',
    title: { nl: code, en: code },
    agency: 'brandweer',
    dataClass: 'team',
    per: 'visit',
    writers: 'owner',
    status: 'reviewed',
    ownSystems: false,
  },
  owner: brw,
  own: true,
  mayWrite: true,
  shut: null,
  holders: [],
  word: nothing(),
  followUp: null,
  instances: [],
  ...change,
});

export const line = (kind: string, details: Record<string, string>, entity = 'e'): TimelineItem => ({
  id: 'op',
  at: '2026-11-25T10:00:00.000Z',
  author: nadia,
  kind,
  entity,
  scope: 'joint:d',
  stage: 'received',
  place: null,
  details,
  withdrawn: null,
  mayWithdraw: false,
});

export const dossier = (change: Partial<DossierView> = {}): DossierView => ({
  id: 'd',
  label: 'Kwekerij Rozenglas',
  site: null,
  visit: null,
  opened: null,
  action: null,
  team: null,
  agencies: [brw, gem],
  onAction: [brw, gem],
  assigned: true,
  state: { word: 'planned', since: null, agencies: [], skip: nothing() },
  linked: [],
  joint: [],
  parts: [],
  instances: [],
  findings: [],
  proposals: [],
  parameters: {},
  evidence: [],
  loose: [],
  notes: [],
  timeline: [],
  conflicts: [],
  photos: { total: 0, safe: 0 },
  waiting: 0,
  drafts: 0,
  ...change,
});
