import { describe, expect, it } from 'vitest';
import { index, type ChecklistContent } from '$core/checklists';
import { brw, dossier, gem, list } from '../cast';
import { missing } from './missing';

const question = (code: string) => ({
  code,
  text: { nl: code, en: code },
  type: 'yes_no_na' as const,
  required: true,
  dataClass: 'team' as const,
  showIf: null,
  unit: null,
  decimals: 0,
  bounds: null,
  computed: null,
  options: [],
  exclusive: null,
  evidence: null,
  statement: false,
  caution: false,
  help: null,
  findings: [],
});
const content = index({
  code: 'BRW-BRAND',
  sections: [{ code: 'A', title: { nl: 'A', en: 'A' }, questions: [question('BRA-01'), question('BRA-02')] }],
  figures: [],
  ownSystemQuestions: [],
} as unknown as ChecklistContent);
const find = (change: Parameters<typeof dossier>[0]) => missing(dossier(change), () => content);

describe('what is missing before a visit is finished', () => {
  it('is nothing when nothing is', () => {
    expect(find({})).toEqual([]);
  });
  it('names the open questions of an own list, with the way to it', () => {
    const parts = [{ agency: brw, own: true, lists: [list('BRW-BRAND')] }];
    expect(find({ parts })).toEqual([
      { key: 'BRW-BRAND', text: 'BRW-BRAND: nog 2 vragen open', address: '/dossier/d/checklist/BRW-BRAND' },
    ]);
  });
  it("never speaks of another agency's list, nor of one that is shut", () => {
    const parts = [
      {
        agency: gem,
        own: false,
        lists: [list('GEM-RUIMTE', { own: false, mayWrite: false, shut: 'other-agency' })],
      },
      { agency: brw, own: true, lists: [list('BRW-BRAND', { mayWrite: false, shut: 'mandate' })] },
    ];
    expect(find({ parts })).toEqual([]);
  });
  it('counts loose photos, drafts and what stands only on this device', () => {
    const found = find({
      loose: [{ entity: 'p1', takenAt: '2026-11-25T10:00:00.000Z', bytes: 1 }],
      drafts: 2,
      waiting: 3,
      photos: { total: 4, safe: 1 },
    });
    expect(found.map(({ key }) => key)).toEqual(['loose', 'drafts', 'waiting', 'photos']);
    expect(found[0]?.address).toBe('/dossier/d/finding/new?kept=p1');
  });
});
