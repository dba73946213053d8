/** One filling over the real recording, on a tablet whose database is in memory. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { index, type ChecklistContent } from '../../../core/checklists';
import { instanceId } from '../../../core/operations/derived-ids';
import { jointScope } from '../../../core/operations/scopes';
import { dropDraft, freezeDraft, keepDraft } from '../../../core/recording/drafts';
import { inTurns } from '../../../core/recording/device';
import { RecordError } from '../../../core/recording/error';
import { recordAll, type ToRecord } from '../../../core/recording/keep';
import { undo, withdraw } from '../../../core/recording/taking-back';
import { startTestServer } from '../../../core/testing/server';
import { randomFrom, startTablet, uuidFrom, type Tablet } from '../../../core/testing/tablet';
import type { DossierView, Draft } from '../../../core/types';
import { dossierView, loadDossier } from '../../../core/views/dossier';
import { loadPerson } from '../../../core/views/person';
import type { Entry } from './writing';

let tablet: Tablet;
let full = false;
/** Recordings one after another, as the core of a tab does it. */
const turn = inTurns();
vi.mock('$core', () => ({
  RecordError,
  recordAll: (entries: readonly Entry[]) => {
    if (full) return Promise.reject(new RecordError('full', 'no room on this device'));
    const items = entries.map(([kind, request, photos]): ToRecord => ({ kind, ...request, photos }));
    return turn(() => recordAll(tablet.device, items));
  },
  saveDraft: (draft: Draft) => keepDraft(tablet.device, draft),
  freeze: (key: string) => freezeDraft(tablet.device, key),
  discardDraft: (key: string) => dropDraft(tablet.device, key),
  undo: (id: string) => turn(() => undo(tablet.device, id)),
}));
const { Filling } = await import('./filling.svelte');

const asked = (code: string, type: string) => ({
  code, type, dataClass: 'team', computed: null, bounds: null, decimals: 0, options: [], exclusive: null, statement: false,
  required: true, findings: [],
}); // prettier-ignore
const LIST = {
  code: 'GEN-START',
  version: '0.1.0',
  dataClass: 'team',
  per: 'visit',
  writers: 'all_on_action',
  mandateRequired: [],
  figures: [],
  ownSystemQuestions: [],
  sections: [{ code: 'A', questions: [asked('GEN-04', 'yes_no_na'), asked('GEN-08', 'text')] }],
} as unknown as ChecklistContent;

async function begun() {
  const random = randomFrom(11);
  const clock = { ms: Date.parse('2026-11-25T10:00:00.000Z') };
  const dossier = uuidFrom(random);
  const agency = uuidFrom(random);
  const viewer = {
    member: uuidFrom(random),
    agency,
    device: uuidFrom(random),
    scopes: [jointScope(dossier)],
  };
  tablet = await startTablet({ server: await startTestServer(() => clock.ms), clock, viewer, random });
  const row = { agency, code: LIST.code, version: LIST.version, content: LIST };
  await tablet.store.write(['lists'], ({ lists }) => lists.put(row));
  await tablet.record({ kind: 'visit.state', dossier, fields: { state: 'arrived', reason: null } });
  const look = async (): Promise<DossierView> => {
    const person = await loadPerson(tablet.store);
    const kept = person && (await loadDossier(tablet.store, person, dossier));
    if (!person || !kept) throw new Error('not here');
    return dossierView(kept, person, tablet.ports.now());
  };
  let view = $state.raw(await look());
  const entity = instanceId(dossier, LIST.code, 'team', agency);
  const filling = new Filling(() => ({
    view,
    content: index(LIST),
    entity,
    instance: view.instances.find((one) => one.entity === entity) ?? null,
    label: null,
    list: null,
    person: null,
  }));
  /** What is stored reaches the screen. */
  const arrive = async () => {
    view = await look();
  };
  const own = async () => (await tablet.store.read(['own'], (tables) => tables.own.all())).length;
  return { filling, arrive, own, register: () => filling.answer('GEN-04')?.register };
}

beforeEach(() => {
  full = false;
  localStorage.clear();
});

describe('a filling', () => {
  it('shows a tap at once, and says that it is kept when it is', async () => {
    const { filling, arrive } = await begun();
    const storing = filling.set('GEN-04', 'yes');
    expect(filling.values['GEN-04']).toBe('yes');
    expect(filling.saved).toBeNull();
    expect(await storing).toBe(true);
    expect(filling.saved).not.toBeNull();
    expect(filling.progress.open).toEqual(['GEN-08']);
    await arrive();
    expect(filling.values['GEN-04']).toBe('yes');
  });

  it('is begun once, however quickly the first taps follow each other', async () => {
    const { filling, arrive } = await begun();
    await Promise.all([filling.set('GEN-04', 'yes'), filling.set('GEN-04', 'no')]);
    await arrive();
    expect(filling.standing.instance?.created.values).toHaveLength(1);
    expect(filling.values['GEN-04']).toBe('no');
  });

  it('tells that there is no room, keeps nothing and shows what stood', async () => {
    const { filling, own } = await begun();
    const before = await own();
    full = true;
    expect(await filling.set('GEN-04', 'yes')).toBe(false);
    expect(filling.fault?.code).toBe('full');
    expect(filling.values['GEN-04']).toBeUndefined();
    expect(await own()).toBe(before);
    full = false;
    expect(await filling.set('GEN-04', 'yes')).toBe(true);
    expect(filling.fault).toBeNull();
  });

  it('undo of the first answer leaves the question open, and withdraws it for everybody', async () => {
    const { filling, arrive, register } = await begun();
    await filling.set('GEN-04', 'yes');
    await arrive();
    const step = await filling.undo();
    expect(step).toMatchObject({ code: 'GEN-04', before: null, after: 'yes' });
    await arrive();
    expect(filling.values['GEN-04']).toBeUndefined();
    expect(filling.progress.open).toContain('GEN-04');
    expect(register()).toMatchObject({ values: [], conflict: false, withdrawnBy: { own: true } });
    expect(await filling.undo()).toBeNull();
  });

  it('undo of a later answer shows the one before', async () => {
    const { filling, arrive } = await begun();
    await filling.set('GEN-04', 'yes');
    await arrive();
    await filling.set('GEN-04', 'no');
    await arrive();
    await filling.undo();
    await arrive();
    expect(filling.values['GEN-04']).toBe('yes');
  });

  it('an answer that was withdrawn with a reason does not come back from the tap', async () => {
    const { filling, arrive, register } = await begun();
    await filling.set('GEN-04', 'yes');
    await arrive();
    await withdraw(tablet.device, register()?.current?.id ?? '', 'verkeerd adres');
    filling.forget('GEN-04');
    await arrive();
    expect(filling.values['GEN-04']).toBeUndefined();
    expect(filling.steps).toEqual([]);
  });

  it('what is typed is a draft until one leaves, and then one answer', async () => {
    const { filling, arrive, own } = await begun();
    for (const text of ['d', 'de', 'deur 3']) void filling.type('GEN-08', { value: text });
    await filling.type('GEN-08', { value: 'deur 3 klemt' });
    await arrive();
    const drafts = await tablet.store.read(['drafts'], (tables) => tables.drafts.all());
    expect(drafts).toHaveLength(1);
    const before = await own();
    await filling.leave('GEN-08');
    await arrive();
    expect(filling.values['GEN-08']).toBe('deur 3 klemt');
    expect(await own()).toBe(before + 1);
    expect(await tablet.store.read(['drafts'], (tables) => tables.drafts.all())).toEqual([]);
  });
});
