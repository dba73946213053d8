/** The way out when nothing else works: all of one's own, and nothing of anybody else's. */
import { describe, expect, it } from 'vitest';
import { keepDraft } from '../recording/drafts';
import { keepPhoto, recordAll } from '../recording/keep';
import { DATABASES } from '../testing/databases';
import { startTablet } from '../testing/tablet';
import { note, noted, PHOTO, viewerOf, world } from '../testing/world';
import { sealAll } from '../sync/seal';
import { makeExport } from './export';

interface Index {
  operations: { fields: string[] }[];
  batches: unknown[];
  signers: unknown[];
  photos: { entity: string }[];
  drafts: { fields: Record<string, unknown> }[];
  others: Record<string, number>;
}

/** The archive is not compressed: its texts and photos stand in it as they are. */
async function read(zip: Blob): Promise<{ raw: string; index: Index }> {
  const raw = new TextDecoder('latin1').decode(await zip.arrayBuffer());
  const from = raw.indexOf('{');
  return { raw, index: JSON.parse(raw.slice(from, raw.indexOf('\n}', from) + 2)) as Index };
}

describe.each(DATABASES)('over %s', (_, open) => {
  const scene = async () => {
    const w = await world();
    const store = open();
    const before = await startTablet({ ...w, viewer: viewerOf(w.random, w.dossier), store });
    await recordAll(before.device, [noted(w.dossier, 'GEHEIM VAN EEN ANDER')]);
    const fields = { text: 'GEHEIM HALF GETYPT' };
    await keepDraft(before.device, { key: 'n', kind: 'note.add', dossier: w.dossier, fields, form: true });
    return { ...w, before, tablet: await startTablet({ ...w, store }) };
  };

  it('holds texts, photos and what is being typed of the person who works here', async () => {
    const { tablet, dossier } = await scene();
    await recordAll(tablet.device, [noted(dossier, 'van mij')]);
    const loose = await keepPhoto(tablet.device, dossier, PHOTO);
    const fields = { title: 'half getypt' };
    await keepDraft(tablet.device, { key: 'f', kind: 'finding.add', dossier, fields, form: true });
    await sealAll(tablet.store);
    const { raw, index } = await read(await makeExport(tablet.store, tablet.part));
    expect(index.operations.map(({ fields: texts }) => texts.join()).join()).toContain('van mij');
    expect([index.operations.length, index.batches.length, index.signers.length]).toEqual([2, 1, 1]);
    expect(index.photos).toHaveLength(2);
    expect(raw).toContain(`photos/${loose}.jpeg`);
    expect(index.drafts).toMatchObject([{ fields }]);
  });

  it('says of others only how much there is', async () => {
    const { tablet, before } = await scene();
    const { raw, index } = await read(await makeExport(tablet.store, tablet.part));
    expect(index).toMatchObject({ operations: [], photos: [], drafts: [], signers: [{}] });
    expect(index.others).toEqual({ people: 1, operations: 2, photos: 1, drafts: 1 });
    expect(raw).not.toContain('GEHEIM');
    expect(raw).not.toContain('photos/');
    for (const id of before.part.split('|')) expect(raw).not.toContain(id);
  });

  it('leaves out what the server confirmed', async () => {
    const { tablet, dossier } = await scene();
    await tablet.record(note(dossier, 'van mij'));
    await tablet.sync();
    const { index } = await read(await makeExport(tablet.store, tablet.part));
    expect(index.operations).toEqual([]);
  });
});
