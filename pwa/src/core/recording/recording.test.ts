/** From a tap to what is kept: in one transaction, or not at all, over both databases. */
import { describe, expect, it, vi } from 'vitest';
import { agencyScope, jointScope } from '../operations/scopes';
import { StoreFull } from '../store/database';
import { DATABASES } from '../testing/databases';
import { startTestServer } from '../testing/server';
import { randomFrom, startTablet, uuidFrom, type Tablet } from '../testing/tablet';
import type { Draft } from '../types/recording';
import { dossierView, loadDossier } from '../views/dossier';
import { loadPerson } from '../views/person';
import { freezeDraft, freezeDrafts, keepDraft, REST_MS } from './drafts';
import { inTurns } from './device';
import { dropKept, keepPhoto, recordAll, recordLoose } from './keep';
import { resolve, undo, withdraw } from './taking-back';

const START = Date.parse('2026-11-25T10:00:00.000Z');
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 1]);
const CHECKLIST = {
  code: 'GEN-START',
  version: '0.1.0',
  dataClass: 'team',
  per: 'visit',
  writers: 'all_on_action',
  mandateRequired: [],
  figures: [],
  sections: [
    {
      questions: [
        { code: 'GEN-05', type: 'number', dataClass: 'team', computed: null, bounds: null, decimals: 0, options: [], exclusive: null, statement: false, findings: [] },
        { code: 'GEN-09', type: 'text', dataClass: 'agency', computed: null, bounds: null, decimals: 0, options: [], exclusive: null, statement: true, findings: [] },
      ],
    },
  ],
}; // prettier-ignore

async function scene(open: () => Tablet['store']) {
  const random = randomFrom(7);
  const clock = { ms: START };
  const dossier = uuidFrom(random);
  const agency = uuidFrom(random);
  const scopes = [jointScope(dossier), agencyScope(dossier, agency)];
  const viewer = { member: uuidFrom(random), agency, device: uuidFrom(random), scopes };
  const server = await startTestServer(() => clock.ms);
  const tablet = await startTablet({ server, clock, viewer, random, store: open() });
  const row = { agency, code: 'GEN-START', version: '0.1.0', content: CHECKLIST };
  await tablet.store.write(['lists'], ({ lists }) => lists.put(row));
  return { tablet, dossier, agency, clock, instance: uuidFrom(random), ids: () => uuidFrom(random) };
}

async function view(tablet: Tablet, dossier: string) {
  const person = await loadPerson(tablet.store);
  const kept = person && (await loadDossier(tablet.store, person, dossier));
  if (!person || !kept) throw new Error('not here');
  return dossierView(kept, person, tablet.ports.now());
}

describe.each(DATABASES)('over %s', (_, open) => {
  const answer = (dossier: string, instance: string, value: unknown, more = {}) => ({
    kind: 'answer.set',
    dossier,
    fields: { checklist: 'GEN-START', version: '0.1.0', instance, question: 'GEN-05', value, ...more },
  });

  it('an answer goes to the scope of its question, and replaces what stood', async () => {
    const { tablet, dossier, instance } = await scene(open);
    await tablet.record(answer(dossier, instance, '2'));
    await tablet.record(answer(dossier, instance, '3'));
    const { instances } = await view(tablet, dossier);
    const register = instances[0]?.answers['GEN-05']?.register;
    expect(register?.values.map(({ fields }) => fields.value)).toEqual(['3']);
    expect(register?.current?.scope).toBe(jointScope(dossier));
  });

  it('two quick taps are one after the other, and never a conflict of a person with themselves', async () => {
    const { tablet, dossier, instance } = await scene(open);
    const turn = inTurns();
    await Promise.all(
      ['1', '2', '3'].map((value) => turn(() => tablet.record(answer(dossier, instance, value)))),
    );
    const { conflicts, instances } = await view(tablet, dossier);
    expect(conflicts).toEqual([]);
    expect(instances[0]?.answers['GEN-05']?.register.current?.fields.value).toBe('3');
  });

  it('all that was typed is frozen on leaving, also what was typed while the clock was ahead', async () => {
    const { tablet, dossier, clock } = await scene(open);
    const typed: Draft = {
      key: 'note',
      kind: 'note.add',
      dossier,
      fields: { text: 'hond op het erf', subject: null },
    };
    for (const ahead of [3_600_000, 0]) {
      tablet.device.clock = () => ({ device: clock.ms + ahead, mono: clock.ms, boot: 'boot' });
      if (ahead > 0) await keepDraft(tablet.device, typed);
      else await freezeDrafts(tablet.device);
    }
    expect(await tablet.store.read(['drafts'], ({ drafts }) => drafts.all())).toEqual([]);
    expect(await tablet.store.read(['own'], ({ own }) => own.all())).toHaveLength(1);
  });

  it('what was typed in the last seconds is left alone until it rests, by whichever clock', async () => {
    const { tablet, dossier, clock } = await scene(open);
    await keepDraft(tablet.device, {
      key: 'note',
      kind: 'note.add',
      dossier,
      fields: { text: 'hond', subject: null },
    });
    const at = (ms: number) => {
      tablet.device.clock = () => ({ device: clock.ms + ms, mono: clock.ms, boot: 'boot' });
    };
    at(1_000);
    await freezeDrafts(tablet.device, REST_MS);
    expect(await tablet.store.read(['drafts'], ({ drafts }) => drafts.all())).toHaveLength(1);
    at(-3_600_000);
    await freezeDrafts(tablet.device, REST_MS);
    expect(await tablet.store.read(['drafts'], ({ drafts }) => drafts.all())).toEqual([]);
  });

  it('a wrong value is told with its field and keeps nothing', async () => {
    const { tablet, dossier, instance } = await scene(open);
    await expect(tablet.record(answer(dossier, instance, '1.50'))).rejects.toMatchObject({
      code: 'invalid',
      field: 'value',
    });
    await expect(tablet.record(answer(dossier, instance, '2', { remark: '' }))).rejects.toMatchObject({
      code: 'invalid',
      field: 'remark',
    });
    const half = { kind: 'note.add', dossier, fields: { text: 'half een emoji \ud83d', subject: null } };
    await expect(tablet.record(half)).rejects.toMatchObject({ code: 'invalid' });
    expect(await tablet.store.read(['own'], ({ own }) => own.all())).toEqual([]);
  });

  it('a statement is not kept before the caution was asked', async () => {
    const { tablet, dossier, instance } = await scene(open);
    const statement = answer(dossier, instance, 'ik werk hier', { question: 'GEN-09' });
    await expect(tablet.record(statement)).rejects.toMatchObject({ field: 'caution' });
    const caution = { asked: '2026-11-25T10:00:00.000Z', punitive: true, given: '2026-11-25T10:00:05.000Z' };
    const id = await tablet.record(
      answer(dossier, instance, 'ik werk hier', { question: 'GEN-09', caution }),
    );
    expect(id).toHaveLength(43);
  });

  it('an unknown list is told, and nothing is written in a guessed scope', async () => {
    const { tablet, dossier, instance } = await scene(open);
    const unknown = answer(dossier, instance, '2', { checklist: 'NEW-LIST' });
    await expect(tablet.record(unknown)).rejects.toMatchObject({ code: 'checklist-unknown' });
  });

  it('a full device keeps neither the record nor the photo, and what was there stays', async () => {
    const { tablet, dossier } = await scene(open);
    const note = { kind: 'note.add', dossier, fields: { text: 'a', subject: null }, scope: 'joint' };
    await tablet.record(note);
    const room = vi.fn();
    const full = { read: tablet.store.read, write: () => Promise.reject(new StoreFull('full')) };
    const device = { ...tablet.device, room, database: full as Tablet['store'] };
    const photos = [{ bytes: new Blob([JPEG]) }];
    await expect(recordAll(device, [{ ...note, photos }])).rejects.toMatchObject({ code: 'full' });
    expect(room).toHaveBeenLastCalledWith(true);
    expect((await view(tablet, dossier)).notes).toHaveLength(1);
    expect((await view(tablet, dossier)).evidence).toEqual([]);
  });

  it('a photo kept at the shutter is named later, and only once', async () => {
    const { tablet, dossier } = await scene(open);
    const kept = await keepPhoto(tablet.device, dossier, { bytes: new Blob([JPEG]) });
    expect((await view(tablet, dossier)).loose.map(({ entity }) => entity)).toEqual([kept]);
    const finding = { title: 'Losse kabels', severity: 'serious', text: null, kind: 'violation' };
    const item = { kind: 'finding.add', dossier, fields: finding, photos: [{ kept, room: 'pakhal' }] };
    await recordAll(tablet.device, [item]);
    const { loose, findings } = await view(tablet, dossier);
    expect(loose).toEqual([]);
    expect(findings[0]?.evidence[0]).toMatchObject({
      entity: kept,
      value: { fields: { room: 'pakhal', bytes: 4 } },
    });
    await expect(recordAll(tablet.device, [item])).rejects.toMatchObject({ code: 'not-found' });
  });

  it('a photo that nothing names may be dropped, or goes along with the visit', async () => {
    const { tablet, dossier } = await scene(open);
    const dropped = await keepPhoto(tablet.device, dossier, { bytes: new Blob([JPEG]) });
    const loose = await keepPhoto(tablet.device, dossier, { bytes: new Blob([JPEG]) });
    await dropKept(tablet.device, dropped);
    await recordLoose(tablet.device);
    const { evidence } = await view(tablet, dossier);
    expect(evidence.map(({ entity, subject }) => [entity, subject])).toEqual([[loose, dossier]]);
    await dropKept(tablet.device, loose);
    expect((await view(tablet, dossier)).evidence).toHaveLength(1);
  });

  it('what is no photo is refused by its first bytes, whatever it calls itself', async () => {
    const { tablet, dossier } = await scene(open);
    const bytes = new Blob(['<svg/>'], { type: 'image/jpeg' });
    await expect(keepPhoto(tablet.device, dossier, { bytes })).rejects.toMatchObject({ code: 'photo' });
  });

  it('a draft is found again after the tab was killed, and frozen once', async () => {
    const { tablet, dossier } = await scene(open);
    const draft = {
      key: 'note',
      kind: 'note.add',
      dossier,
      fields: { text: 'hond op het er', subject: null },
    } as Draft;
    await keepDraft(tablet.device, draft);
    expect((await view(tablet, dossier).catch(() => null))?.drafts ?? 1).toBe(1);
    const id = await freezeDraft(tablet.device, 'note');
    expect(id).not.toBeNull();
    expect(await freezeDraft(tablet.device, 'note')).toBeNull();
    expect((await view(tablet, dossier)).notes).toHaveLength(1);
  });

  it('a draft that says what stands already becomes nothing', async () => {
    const { tablet, dossier, instance } = await scene(open);
    await tablet.record(answer(dossier, instance, '2'));
    const same = { key: 'k', ...answer(dossier, instance, '2', { remark: null }) } as unknown as Draft;
    await keepDraft(tablet.device, same);
    expect(await freezeDraft(tablet.device, 'k')).toBeNull();
    expect(await tablet.store.read(['own'], ({ own }) => own.all())).toHaveLength(1);
  });

  it('undo of a first answer withdraws it: the question is open again, and nothing is left to differ with', async () => {
    const { tablet, dossier, instance } = await scene(open);
    const first = await tablet.record(answer(dossier, instance, '2'));
    await undo(tablet.device, first);
    const { instances, conflicts, timeline } = await view(tablet, dossier);
    const register = instances[0]?.answers['GEN-05']?.register;
    expect(register).toMatchObject({ values: [], current: null, base: [], conflict: false });
    expect(register?.withdrawnBy?.own).toBe(true);
    expect(conflicts).toEqual([]);
    expect(timeline.find(({ id }) => id === first)?.withdrawn?.reason).toBe('undo');
    const again = await tablet.record(answer(dossier, instance, '3'));
    const after = (await view(tablet, dossier)).instances[0]?.answers['GEN-05']?.register;
    expect(after).toMatchObject({ base: [again], conflict: false, current: { fields: { value: '3' } } });
  });

  it('undo writes the earlier answer again', async () => {
    const { tablet, dossier, instance } = await scene(open);
    const first = await tablet.record(answer(dossier, instance, '2'));
    const second = await tablet.record(answer(dossier, instance, '3'));
    await undo(tablet.device, second);
    const now = async () =>
      (await view(tablet, dossier)).instances[0]?.answers['GEN-05']?.register.current?.fields.value;
    expect(await now()).toBe('2');
    const again = await tablet.record(answer(dossier, instance, '4'));
    await undo(tablet.device, again);
    expect(await now()).toBe('2');
    expect(first).not.toBe(second);
  });

  it('a withdrawn note is gone from the notes and stays in the timeline', async () => {
    const { tablet, dossier } = await scene(open);
    const id = await tablet.record({
      kind: 'note.add',
      dossier,
      fields: { text: 'a', subject: null },
      scope: 'joint',
    });
    await withdraw(tablet.device, id, 'verkeerd bezoek');
    const { notes, timeline } = await view(tablet, dossier);
    expect(notes).toEqual([]);
    expect(timeline.map(({ kind }) => kind).sort()).toEqual(['note.add', 'withdraw']);
    expect(timeline.find((one) => one.id === id)).toMatchObject({
      withdrawn: { by: { own: true }, reason: 'verkeerd bezoek' },
      mayWithdraw: false,
    });
  });

  it('only what stands may be withdrawn, and only by who recorded it', async () => {
    const { tablet, dossier, instance } = await scene(open);
    const first = await tablet.record(answer(dossier, instance, '2'));
    const second = await tablet.record(answer(dossier, instance, '3'));
    const state = await tablet.record({
      kind: 'visit.state',
      dossier,
      fields: { state: 'arrived', reason: null },
    });
    const { timeline } = await view(tablet, dossier);
    const may = Object.fromEntries(timeline.map((one) => [one.id, one.mayWithdraw]));
    expect(may).toEqual({ [first]: false, [second]: true, [state]: false });
  });

  it('a resolution keeps both values, its lead first, and closes the conflict', async () => {
    const { tablet, dossier, instance } = await scene(open);
    await tablet.sync();
    const one = await tablet.record({ ...answer(dossier, instance, '2'), base: [] });
    const other = await tablet.record({ ...answer(dossier, instance, '3'), base: [] });
    const [conflict] = (await view(tablet, dossier)).conflicts;
    if (!conflict) throw new Error('no conflict');
    expect(conflict).toMatchObject({ question: 'GEN-05', mayResolve: true, checklist: 'GEN-START' });
    await resolve(tablet.device, conflict, { keep: [one, other], lead: other, reason: 'later meer gezien' });
    const { conflicts, instances } = await view(tablet, dossier);
    expect(conflicts).toEqual([]);
    expect(instances[0]?.answers['GEN-05']?.register.current).toMatchObject({
      keeps: [other, one],
      reason: 'later meer gezien',
      fields: { value: '3' },
    });
  });
});
