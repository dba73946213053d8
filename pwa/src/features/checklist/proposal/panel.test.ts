import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Agency, DataClass, Person } from '$core';
import type { Rule } from '$core/checklists';
import * as m from '$paraglide/messages.js';
import ProposalPanel from './ProposalPanel.svelte';

const own = { id: 'brw', kind: 'brandweer', name: 'Brandweer', public: true } as Agency;
const gem = { id: 'gem', kind: 'gemeente', name: 'Gemeente', public: true } as Agency;
const rule = (dataClass: DataClass) =>
  ({
    code: 'BRA-EXIT',
    title: { nl: 'Nooduitgang', en: 'Exit' },
    severity: 'critical',
    legalBasis: 'Bbl',
    confidence: 'high',
    dataClass,
    immediate: false,
    followUps: [
      { agency: 'brandweer', action: 'reinspection', dueDays: 1 },
      { agency: 'gemeente', action: 'closure', dueDays: 1 },
      { agency: 'kvk', action: 'registry_correction', dueDays: 14 },
    ],
  }) as unknown as Rule;

const names = { agencies: {}, actions: {}, laws: {}, shares: {}, units: {}, siteTypes: {} };
let shown: Record<string, unknown>;
const onrefer = vi.fn(() => Promise.resolve());

function show(dataClass: DataClass): string[] {
  shown = mount(ProposalPanel, {
    target: document.body,
    props: {
      rule: rule(dataClass),
      list: { names },
      view: { action: null, onAction: [own, gem] },
      person: { agency: own } as Person,
      ondecide: () => Promise.resolve(true),
      onrefer,
    },
  });
  flushSync();
  return [...document.querySelectorAll('.task .way')].map(({ textContent }) => textContent);
}
const button = () =>
  [...document.querySelectorAll('button')].find(({ textContent }) =>
    textContent.includes(m.checklist_record_and_tell()),
  );

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => unmount(shown));

it('of class agency says what does not go by itself, and offers to inform another agency', () => {
  expect(show('agency')).toEqual([m.checklist_way_choice(), m.checklist_way_inform()]);
  button()?.click();
  expect(onrefer).toHaveBeenCalledOnce();
});

it('of class team everything reachable goes by itself', () => {
  expect(show('team')).toEqual([m.checklist_way_inform()]);
  expect(button()).toBeUndefined();
});

it('of a narrower class the owner decides', () => {
  expect(show('wpg')).toEqual([m.checklist_way_decide(), m.checklist_way_decide()]);
  expect(button()).toBeUndefined();
});
