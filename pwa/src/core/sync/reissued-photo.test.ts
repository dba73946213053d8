/** The server keeps a photo for the signer whose record names it: a record written again under another key sends it again. */
import { describe, expect, it } from 'vitest';
import { recordAll } from '../recording/keep';
import { reissue } from '../recording/taking-back';
import { startTablet } from '../testing/tablet';
import { noted, world } from '../testing/world';

/** A tablet whose photo record was set aside for this reason, and what then sends it again. */
async function setAside(reason: string) {
  const w = await world();
  const tablet = await startTablet(w);
  w.server.quarantine = (head) => (head.includes('evidence.add') ? reason : null);
  await recordAll(tablet.device, [noted(w.dossier, 'met foto')]);
  const upload = async () => {
    const [row] = await tablet.store.read(['uploads'], ({ uploads }) => uploads.all());
    if (row === undefined) throw new Error('no photo');
    return row;
  };
  const writeAgain = async () => {
    w.server.quarantine = () => null;
    const own = await tablet.store.read(['own'], (tables) => tables.own.all());
    const aside = own.find(({ fate }) => fate === 'quarantined');
    return reissue(tablet.device, aside?.id ?? '');
  };
  return { tablet, server: w.server, upload, writeAgain };
}

describe('a photo whose record is written again', () => {
  it('goes up again under the new key, and is not called safe before', async () => {
    const { tablet, upload, writeAgain } = await setAside('fork');
    // The round in which the key is found forked also gets the next one.
    await tablet.sync();
    expect((await upload()).state).toBe('confirmed');
    const fresh = await writeAgain();
    expect(await upload()).toMatchObject({
      operation: fresh,
      state: 'named',
      sent: 0,
      receipt: null,
      tries: 0,
    });
    await tablet.sync();
    expect(tablet.sent).toHaveLength(2);
    expect((await upload()).state).toBe('confirmed');
  });

  it('written again while its bytes are on their way for the old key, is not taken for sent', async () => {
    const { tablet, upload, writeAgain } = await setAside('fork');
    const send = tablet.ports.upload;
    tablet.ports.upload = () => Promise.reject(new Error('not yet'));
    await tablet.sync();
    let fresh = '';
    tablet.ports.upload = async (photo, progress) => {
      tablet.ports.upload = send;
      await send(photo, progress);
      fresh = await writeAgain();
    };
    const waiting = { ...(await upload()), nextTry: 0 };
    await tablet.store.write(['uploads'], ({ uploads }) => uploads.put(waiting));
    await tablet.sync();
    expect(await upload()).toMatchObject({ operation: fresh, state: 'named', receipt: null });
    await tablet.sync();
    expect(tablet.sent).toHaveLength(2);
    expect((await upload()).state).toBe('confirmed');
  });

  it('is not confirmed by the photo that the old key sent', async () => {
    const { tablet, server, upload, writeAgain } = await setAside('fork');
    await tablet.sync();
    await writeAgain();
    await tablet.sync();
    expect((await upload()).state).toBe('confirmed');
    server.state.photos = server.state.photos.slice(0, 1);
    tablet.ports.upload = () => Promise.reject(new Error('not yet'));
    await tablet.sync();
    expect((await upload()).state).toBe('named');
  });

  it('does not go on at the address of the upload for the old key', async () => {
    const { tablet, upload, writeAgain } = await setAside('fork');
    tablet.ports.upload = () => Promise.reject(new Error('broke off half way'));
    await tablet.sync();
    const { entity, sha256 } = await upload();
    const begun = { fingerprint: `${sha256}|${entity}`, url: '/evidence-uploads/old', created: '' };
    await tablet.store.write(['tus'], ({ tus }) => tus.put(begun));
    await writeAgain();
    expect(await tablet.store.read(['tus'], ({ tus }) => tus.all())).toEqual([]);
    expect(await upload()).toMatchObject({ tries: 0, sent: 0, problem: null, nextTry: 0 });
  });

  it('stays where it is when the same key writes it again', async () => {
    const { tablet, upload, writeAgain } = await setAside('not_assigned');
    await tablet.sync();
    await writeAgain();
    await tablet.sync();
    expect(tablet.sent).toHaveLength(1);
    expect((await upload()).state).toBe('confirmed');
  });
});
