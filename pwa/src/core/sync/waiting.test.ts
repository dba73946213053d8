/** Waiting times are told by the device's clock, which may be put right at any moment, by years. */
import { describe, expect, it, vi } from 'vitest';
import { recordAll } from '../recording/keep';
import { startTablet, type Tablet } from '../testing/tablet';
import { noted, world } from '../testing/world';
import { Refused } from '../transport/send';
import { startEngine } from './engine';

const HOUR = 60 * 60_000;
const YEARS = 5 * 365 * 24 * HOUR;

/** A tablet whose clock is off, with a text and a photo that the server refused for now. */
async function refused(off: number, retryAfter: number | null = null) {
  const w = await world();
  const tablet = await startTablet({ ...w, off });
  const { send, upload } = tablet.ports;
  let busy = true;
  const answer = { status: 200, body: { results: [{ problem: { code: 'busy' } }] }, date: w.clock.ms };
  tablet.ports.send = (request) =>
    busy && request.path === '/sync/push' ? Promise.resolve({ ...answer, retryAfter }) : send(request);
  tablet.ports.upload = (photo, progress) =>
    busy
      ? Promise.reject(new Refused({ status: 503, body: {}, date: null, retryAfter }))
      : upload(photo, progress);
  await recordAll(tablet.device, [noted(w.dossier, 'met foto')]);
  await tablet.sync();
  return { ...w, tablet, recover: () => (busy = false) };
}

function clockIs(tablet: Tablet, clock: { ms: number }, off: number) {
  tablet.ports.now = () => ({ device: clock.ms + off, mono: clock.ms, boot: 'boot' });
}

describe('what the server refused while all else went well', () => {
  it('is offered again when its own time has come, not a minute later', async () => {
    const { tablet, recover } = await refused(0);
    const slept: number[] = [];
    tablet.ports.sleep = (ms) => {
      slept.push(ms);
      return new Promise((resolve) => setTimeout(resolve, 1));
    };
    const engine = startEngine(tablet.ports);
    await vi.waitFor(() => expect(slept.length).toBeGreaterThan(1));
    recover();
    await engine.stop();
    expect(Math.max(...slept)).toBeLessThan(10_000);
  });
});

async function states({ store }: Tablet): Promise<string[]> {
  return store.read(['own', 'uploads'], async ({ own, uploads }) => [
    ...(await own.all()).map(({ state }) => state),
    ...(await uploads.all()).map(({ state }) => state),
  ]);
}

describe('a clock that is put right', () => {
  it('lets a batch go that waited by the wrong one', async () => {
    const { tablet, clock, recover } = await refused(YEARS);
    recover();
    clockIs(tablet, clock, 0);
    await tablet.sync();
    expect(new Set(await states(tablet))).toEqual(new Set(['confirmed']));
  });

  it('lets a photo go that waited by the wrong one', async () => {
    const w = await world();
    const tablet = await startTablet({ ...w, off: YEARS });
    const { upload } = tablet.ports;
    tablet.ports.upload = () =>
      Promise.reject(new Refused({ status: 500, body: {}, date: null, retryAfter: null }));
    await recordAll(tablet.device, [noted(w.dossier, 'met foto')]);
    await tablet.sync();
    tablet.ports.upload = upload;
    clockIs(tablet, w.clock, 0);
    await tablet.sync();
    expect(new Set(await states(tablet))).toEqual(new Set(['confirmed']));
  });

  it('a wait that is not over is waited for', async () => {
    const { tablet, recover } = await refused(0);
    recover();
    await tablet.sync();
    expect(new Set(await states(tablet))).toEqual(new Set(['sealed', 'named']));
  });

  it('no server makes a device wait longer than a quarter of an hour', async () => {
    const w = await world();
    const tablet = await startTablet(w);
    const { upload } = tablet.ports;
    tablet.ports.upload = () =>
      Promise.reject(new Refused({ status: 503, body: {}, date: null, retryAfter: 100_000 }));
    await recordAll(tablet.device, [noted(w.dossier, 'met foto')]);
    await tablet.sync();
    tablet.ports.upload = upload;
    w.clock.ms += HOUR / 4;
    await tablet.sync();
    expect(new Set(await states(tablet))).toEqual(new Set(['confirmed']));
  });
});

it('a round that a person asks for waits for nothing', async () => {
  const { tablet, recover } = await refused(0);
  const engine = startEngine({ ...tablet.ports, sleep: () => new Promise(() => undefined) });
  await engine.syncNow();
  expect(await states(tablet)).toContain('sealed');
  recover();
  await engine.syncNow();
  expect(new Set(await states(tablet))).toEqual(new Set(['confirmed']));
});
