/** A round in which a step fails: what is only on this device goes up all the same. */
import { describe, expect, it } from 'vitest';
import { recordAll } from '../recording/keep';
import { StoreFull } from '../store/database';
import { openMemory } from '../store/memory';
import type { TableName } from '../store/rows';
import { startTablet, type Tablet } from '../testing/tablet';
import { note, noted, viewerOf, world } from '../testing/world';

async function states(tablet: Tablet): Promise<string[]> {
  return tablet.store.read(['own', 'uploads'], async ({ own, uploads }) => [
    ...(await own.all()).map(({ state }) => state),
    ...(await uploads.all()).map(({ state }) => state),
  ]);
}

/** A tablet on which the server answers one path as told. */
async function refusing(path: string, status: number) {
  const w = await world();
  const tablet = await startTablet(w);
  const { send } = tablet.ports;
  const refusal = { status, body: { code: 'internal' }, date: w.clock.ms, retryAfter: null };
  const asked: string[] = [];
  tablet.ports.send = (request) => {
    asked.push(request.path);
    return request.path === path ? Promise.resolve(refusal) : send(request);
  };
  return { ...w, tablet, asked };
}

describe('a step that fails stops no other', () => {
  it('a device too full for what colleagues recorded sends its own texts and photos, and hears that they are there', async () => {
    const w = await world();
    const colleague = await startTablet({ ...w, viewer: viewerOf(w.random, w.dossier) });
    await colleague.record(note(w.dossier, 'van een ander'));
    await colleague.sync();
    let full = false;
    const store = openMemory(undefined, (names) => {
      if (full && names.includes('held')) throw new StoreFull('full');
    });
    const tablet = await startTablet({ ...w, store });
    await recordAll(tablet.device, [noted(w.dossier, 'met foto')]);
    full = true;
    await expect(tablet.sync()).rejects.toThrow(StoreFull);
    expect(tablet.sent).toHaveLength(1);
    expect(new Set(await states(tablet))).toEqual(new Set(['confirmed']));
  });

  it('a device too full to note anything that is only told sends all the same', async () => {
    const w = await world();
    let full = false;
    const told: TableName[] = ['meta'];
    const store = openMemory(undefined, (names) => {
      if (full && names.every((name) => told.includes(name))) throw new StoreFull('full');
    });
    const tablet = await startTablet({ ...w, store });
    await tablet.sync();
    await recordAll(tablet.device, [noted(w.dossier, 'met foto')]);
    full = true;
    w.clock.ms += 60_000;
    expect(await tablet.sync()).toBe(true);
    expect(new Set(await states(tablet))).toEqual(new Set(['confirmed']));
  });

  it.each(['/sync/pull', '/sync/batches'])(
    'a fault of the server at %s holds back no photo',
    async (path) => {
      const { tablet, dossier } = await refusing(path, 500);
      await recordAll(tablet.device, [noted(dossier, 'met foto')]);
      await expect(tablet.sync()).rejects.toThrow('500');
      expect(tablet.sent).toHaveLength(1);
    },
  );

  it('a fault of the server at push does not keep away what colleagues recorded', async () => {
    const { tablet, dossier, asked } = await refusing('/sync/push', 500);
    await tablet.record(note(dossier, 'van mij'));
    await expect(tablet.sync()).rejects.toThrow('500');
    expect(asked).toContain('/sync/pull');
  });

  it('who is signed out asks nothing more', async () => {
    const { tablet, dossier, asked } = await refusing('/sync/push', 401);
    await tablet.record(note(dossier, 'van mij'));
    await expect(tablet.sync()).rejects.toThrow('401');
    expect(asked).toEqual(['/sync/push']);
  });

  it('a line that broke is not tried again in the same round', async () => {
    const w = await world();
    const tablet = await startTablet(w);
    const asked: string[] = [];
    tablet.line = ({ path }) => {
      asked.push(path);
      return 'lost';
    };
    await tablet.record(note(w.dossier, 'van mij'));
    expect(await tablet.sync()).toBe(false);
    expect(asked).toEqual(['/sync/push']);
  });
});
