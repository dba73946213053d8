import { beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('$core/runtime', () => import('$core/testing/page'));
const { afresh, dossier, fill, kept, killBefore } = await import('$core/testing/page');
const { freezeRested } = await import('$core/recording/index');
const { keepNote, recordNote } = await import('./note');

describe('a note', () => {
  beforeEach(afresh);

  it('that was recorded is typed no more', async () => {
    await keepNote(dossier, 'hond op', 'agency');
    await recordNote(dossier, 'hond op het erf', 'agency');
    expect(await kept()).toMatchObject({ drafts: [], own: [{ state: 'frozen' }] });
  });

  it('that was emptied again leaves nothing unfinished', async () => {
    await keepNote(dossier, 'hond', 'agency');
    await keepNote(dossier, ' ', 'agency');
    expect((await kept()).drafts).toEqual([]);
  });

  it('on a device without room is still there as it was typed', async () => {
    await keepNote(dossier, 'hond op het erf', 'joint');
    fill();
    await expect(recordNote(dossier, 'hond op het erf', 'joint')).rejects.toMatchObject({ code: 'full' });
    expect(await kept()).toMatchObject({ drafts: [{ key: `note|${dossier}` }], own: [] });
  });

  it.each([1, 2])('of a tab that dies before its write %i is there once', async (n) => {
    await keepNote(dossier, 'hond op het erf', 'agency');
    killBefore(n);
    await recordNote(dossier, 'hond op het erf', 'agency').catch(() => undefined);
    const { drafts, own } = await kept();
    expect(drafts.length + own.length).toBe(1);
  });

  it('is read by others only after the button: what is being typed stays a draft, however long', async () => {
    await keepNote(dossier, 'hond', 'joint');
    await freezeRested(0);
    expect(await kept()).toMatchObject({ drafts: [{ key: `note|${dossier}` }], own: [] });
  });
});
