/** A tab that is killed between any two writes of a round, and the loop around the rounds. */
import { describe, expect, it } from 'vitest';
import { jointScope } from '../operations/scopes';
import { recordAll } from '../recording/keep';
import { openMemory } from '../store/memory';
import { startTestServer } from '../testing/server';
import { randomFrom, startTablet, uuidFrom } from '../testing/tablet';
import { startEngine } from './engine';
import { readMeta } from './meta';

const START = Date.parse('2026-11-25T10:00:00.000Z');
const PHOTO = { bytes: new Blob([new Uint8Array([0xff, 0xd8, 0xff, 7])]) };

class Killed extends Error {}

async function scene(seed: number, before?: () => void) {
  const random = randomFrom(seed);
  const clock = { ms: START };
  const dossier = uuidFrom(random);
  const viewer = {
    member: uuidFrom(random),
    agency: uuidFrom(random),
    device: uuidFrom(random),
    scopes: [jointScope(dossier)],
  };
  const server = await startTestServer(() => clock.ms);
  const store = openMemory(new Map(), before);
  const tablet = await startTablet({ server, clock, viewer, random, store });
  return { random, clock, dossier, viewer, server, store, tablet };
}

/** Writes of the round below when nothing breaks it off. */
const WRITES = 22;

describe('killed before the n-th write of a round', () => {
  it.each(Array.from({ length: WRITES + 1 }, (_, i) => i + 1))(
    'n = %i: nothing is lost and nothing is there twice',
    async (n) => {
      let left = Infinity;
      const { tablet, dossier, server, store, ...rest } = await scene(n, () => {
        left -= 1;
        if (left <= 0) throw new Killed();
      });
      // What is dead writes no more and sends no more.
      tablet.line = () => (left <= 0 ? 'lost' : 'through');
      const note = { kind: 'note.add', dossier, fields: { text: 'a', subject: null }, scope: 'joint' };
      await recordAll(tablet.device, [{ ...note, photos: [PHOTO] }, note]);
      left = n;
      const killed = await tablet.sync().then(
        () => false,
        (error: unknown) => error instanceof Killed,
      );
      expect(killed).toBe(n <= WRITES);
      left = Infinity;
      // A fault in the middle of an upload makes that photo wait its turn.
      rest.clock.ms += 600_000;
      const again = await startTablet({ ...rest, server, store: store.copy() });
      await again.sync();
      const entries = server.state.entries.get(jointScope(dossier)) ?? [];
      expect(entries).toHaveLength(3);
      const states = await again.store.read(['own', 'uploads'], async ({ own, uploads }) => [
        ...(await own.all()).map(({ state }) => state),
        ...(await uploads.all()).map(({ state }) => state),
      ]);
      expect(new Set(states)).toEqual(new Set(['confirmed']));
    },
  );
});

describe('the loop', () => {
  it('waits longer after each failure, with jitter, and is back when the network is', async () => {
    const { tablet, clock, dossier, server } = await scene(1);
    const waits: number[] = [];
    tablet.line = () => 'lost';
    let over: () => void = () => undefined;
    const done = new Promise<void>((resolve) => (over = resolve));
    const engine = startEngine({
      ...tablet.ports,
      sleep: async (ms) => {
        waits.push(ms);
        clock.ms += ms;
        if (waits.length === 8) tablet.line = () => 'through';
        if (waits.length === 9) {
          over();
          await new Promise(() => undefined);
        }
      },
    });
    await recordAll(tablet.device, [{ kind: 'target.skip', dossier, fields: { reason: 'hek dicht' } }]);
    await done;
    expect(server.state.entries.get(jointScope(dossier))).toHaveLength(1);
    expect(waits[0]).toBeLessThanOrEqual(2_000);
    for (const [i, wait] of waits.slice(0, 8).entries()) {
      const most = Math.min(300_000, 2_000 * 2 ** i);
      expect(wait).toBeGreaterThanOrEqual(most / 2);
      expect(wait).toBeLessThanOrEqual(most);
    }
    expect(waits[8]).toBe(60_000);
    engine.nudge();
  });

  it('a session that ended is told, and what is recorded meanwhile is sealed and waits', async () => {
    const { tablet, dossier, store } = await scene(2);
    tablet.ports.send = () =>
      Promise.resolve({ status: 401, body: { code: 'signed-out' }, date: null, retryAfter: null });
    await recordAll(tablet.device, [{ kind: 'target.skip', dossier, fields: { reason: 'hek dicht' } }]);
    const engine = startEngine({ ...tablet.ports, sleep: () => new Promise(() => undefined) });
    await engine.syncNow();
    expect(await readMeta(store, 'signedOut')).toBe(true);
    expect(await readMeta(store, 'engine')).toMatchObject({ running: false });
    const [row] = await store.read(['own'], ({ own }) => own.all());
    expect(row?.state).toBe('sealed');
  });
});
