/** "You may hand in this device": each thing that is only here stands in the way, whoever left it. */
import { describe, expect, it } from 'vitest';
import { keepDraft } from '../recording/drafts';
import { keepPhoto, recordAll } from '../recording/keep';
import { reissue } from '../recording/taking-back';
import { DATABASES } from '../testing/databases';
import { startTablet, type Tablet } from '../testing/tablet';
import { note, noted, PHOTO, viewerOf, world } from '../testing/world';
import { mayHandIn } from './hand-in';
import { statusView } from './status';

const AROUND = {
  online: true,
  otherTab: false,
  persisted: true,
  usedBytes: 0,
  freeBytes: 1,
  full: false,
};

async function handIn({ store }: Tablet) {
  return mayHandIn(await statusView(store, AROUND));
}

/** A colleague goes on with the same tablet. */
async function another(tablet: Tablet, w: Awaited<ReturnType<typeof world>>) {
  return startTablet({ ...w, viewer: viewerOf(w.random, w.dossier), store: tablet.store });
}

describe.each(DATABASES)('over %s', (_, open) => {
  const start = async () => {
    const w = await world();
    return { ...w, w, tablet: await startTablet({ ...w, store: open() }) };
  };

  it('a device with nothing on it, or with all confirmed, may be handed in', async () => {
    const { tablet, dossier } = await start();
    expect(await handIn(tablet)).toEqual({ may: true, because: [] });
    await recordAll(tablet.device, [noted(dossier, 'met foto')]);
    await tablet.sync();
    expect(await handIn(tablet)).toEqual({ may: true, because: [] });
  });

  it('not with a text or a photo that waits', async () => {
    const { tablet, dossier } = await start();
    await tablet.record(note(dossier, 'hond'));
    expect((await handIn(tablet)).because).toEqual([{ why: 'waiting', count: 1 }]);
    tablet.ports.upload = () => Promise.reject(new Error('not yet'));
    await recordAll(tablet.device, [noted(dossier, 'met foto')]);
    await tablet.sync();
    expect((await handIn(tablet)).because).toEqual([{ why: 'waiting', count: 1 }]);
  });

  it('not with a photo that no record names', async () => {
    const { tablet, dossier } = await start();
    await keepPhoto(tablet.device, dossier, PHOTO);
    expect((await handIn(tablet)).because).toEqual([{ why: 'loose', count: 1 }]);
  });

  it('not with a form that is half typed, also of a colleague who left', async () => {
    const { tablet, dossier, w } = await start();
    const fields = { title: 'half' };
    await keepDraft(tablet.device, { key: 'f', kind: 'finding.add', dossier, fields, form: true });
    expect((await handIn(tablet)).because).toEqual([{ why: 'drafts', count: 1 }]);
    const colleague = await another(tablet, w);
    expect((await handIn(colleague)).because).toEqual([{ why: 'drafts', count: 1 }]);
  });

  it('not with a receipt alone, for the server may still be restored to an earlier state', async () => {
    const { tablet, dossier } = await start();
    tablet.line = ({ path }) => (path === '/sync/batches' ? 'lost' : 'through');
    await tablet.record(note(dossier, 'hond'));
    await tablet.sync();
    expect((await handIn(tablet)).because).toEqual([{ why: 'unconfirmed', count: 1 }]);
  });

  it('not with what was set aside until somebody sees to it, also of a colleague who left', async () => {
    const { tablet, dossier, server, w } = await start();
    server.quarantine = () => 'not_assigned';
    const id = await tablet.record(note(dossier, 'hond'));
    await tablet.sync();
    const colleague = await another(tablet, w);
    expect((await handIn(colleague)).because).toEqual([{ why: 'attention', count: 1 }]);
    await tablet.store.write(['meta'], ({ meta }) => meta.put({ key: 'current', value: tablet.part }));
    server.quarantine = () => null;
    await reissue(tablet.device, id, { text: 'hond op het erf' });
    await tablet.sync();
    expect(await handIn(tablet)).toEqual({ may: true, because: [] });
  });
});
