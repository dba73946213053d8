import { beforeEach, describe, expect, it, vi } from 'vitest';
import { index, type ChecklistContent } from '$core/checklists';
import type { DossierView } from '$core';

vi.mock('$core/runtime', () => import('$core/testing/page'));
const { afresh, dossier, fill, kept, killBefore, tablet } = await import('$core/testing/page');
const { Filling } = await import('./filling.svelte');

const QUESTION = 'GEN-09';
const LIST = {
  code: 'GEN-START',
  version: '0.1.0',
  dataClass: 'team',
  per: 'visit',
  writers: 'all_on_action',
  mandateRequired: [],
  figures: [],
  ownSystemQuestions: [],
  sections: [
    {
      questions: [
        { code: QUESTION, type: 'text', dataClass: 'team', computed: null, bounds: null, decimals: 0, options: [], exclusive: null, statement: false, findings: [] },
      ],
    },
  ],
} as unknown as ChecklistContent; // prettier-ignore

/** One filling of a list with one question, in which something was typed and kept. */
async function typed() {
  const agency = tablet.viewer.agency;
  const row = { agency, code: LIST.code, version: LIST.version, content: LIST };
  await tablet.store.write(['lists'], ({ lists }) => lists.put(row));
  const view = { id: dossier, findings: [], proposals: [], parameters: {} } as unknown as DossierView;
  const standing = { view, content: index(LIST), entity: crypto.randomUUID(), instance: null };
  const filling = new Filling(() => ({ ...standing, label: null, list: null, person: null }));
  await filling.type(QUESTION, { value: 'half' });
  const answers = async () => {
    const { drafts, own } = await kept();
    const texts = own.map(({ body }) => JSON.stringify(body)).filter((text) => text.includes('answer.set'));
    return { drafts: drafts.length, answers: texts.length };
  };
  expect(await answers()).toEqual({ drafts: 1, answers: 0 });
  return { filling, answers };
}

describe('an answer over what was being typed', () => {
  beforeEach(afresh);

  it('takes its place', async () => {
    const { filling, answers } = await typed();
    expect(await filling.set(QUESTION, 'heel')).toBe(true);
    expect(await answers()).toEqual({ drafts: 0, answers: 1 });
  });

  it('on a device without room leaves what was typed', async () => {
    const { filling, answers } = await typed();
    fill();
    expect(await filling.set(QUESTION, 'heel')).toBe(false);
    expect(await answers()).toEqual({ drafts: 1, answers: 0 });
  });

  it.each([1, 2, 3])(
    'of a tab that dies before its write %i is not followed by the older words',
    async (n) => {
      const { filling, answers } = await typed();
      killBefore(n);
      await filling.set(QUESTION, 'heel').catch(() => undefined);
      const { drafts, answers: stored } = await answers();
      expect(drafts + stored).toBe(1);
    },
  );
});
