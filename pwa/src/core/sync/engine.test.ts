/** The engine over a line that loses, doubles and cuts, with a clock that only the test moves. */
import { describe, expect, it } from 'vitest';
import { agencyScope, jointScope } from '../operations/scopes';
import { reissue } from '../recording/taking-back';
import { recordAll } from '../recording/keep';
import { DATABASES } from '../testing/databases';
import { startTestServer, type TestServer, type Viewer } from '../testing/server';
import { randomFrom, startTablet, uuidFrom, type Tablet, type TestClock } from '../testing/tablet';
import { outboxView } from '../views/outbox';
import { loadPerson } from '../views/person';
import { dossierView, loadDossier } from '../views/dossier';
import { openMemory } from '../store/memory';
import { startEngine } from './engine';

const START = Date.parse('2026-11-25T10:00:00.000Z');

interface World {
  clock: TestClock;
  server: TestServer;
  random: () => number;
  dossier: string;
  viewer: Viewer;
}

async function world(seed = 1): Promise<World> {
  const random = randomFrom(seed);
  const clock = { ms: START };
  const dossier = uuidFrom(random);
  const viewer = viewerOf(random, dossier);
  return { clock, random, dossier, viewer, server: await startTestServer(() => clock.ms) };
}

function viewerOf(random: () => number, dossier: string, agency = uuidFrom(random)): Viewer {
  const scopes = [jointScope(dossier), agencyScope(dossier, agency)];
  return { member: uuidFrom(random), agency, device: uuidFrom(random), scopes };
}

const note = (dossier: string, text: string) => ({
  kind: 'note.add',
  dossier,
  fields: { text, subject: null },
  scope: 'joint',
});
const arrived = (dossier: string) => ({
  kind: 'visit.state',
  dossier,
  fields: { state: 'arrived', reason: null },
});

async function outbox(tablet: Tablet) {
  const person = await loadPerson(tablet.store);
  if (person === null) throw new Error('nobody');
  return outboxView(tablet.store, person);
}

async function dossierOf(tablet: Tablet, id: string) {
  const person = await loadPerson(tablet.store);
  const kept = person && (await loadDossier(tablet.store, person, id));
  if (!person || !kept) throw new Error('not here');
  return dossierView(kept, person, tablet.ports.now());
}

describe.each(DATABASES)('over %s', (_, open) => {
  it('an item goes from this device to the server to confirmed, each by its proof', async () => {
    const { dossier, ...rest } = await world();
    const tablet = await startTablet({ ...rest, store: open() });
    await tablet.record(note(dossier, 'hond op het erf'));
    expect((await outbox(tablet)).items.map(({ stage }) => stage)).toEqual(['on-device']);
    tablet.line = ({ path }) => (path === '/sync/batches' ? 'lost' : 'through');
    await tablet.sync();
    const [item] = (await outbox(tablet)).items;
    expect(item?.stage).toBe('on-server');
    expect(item?.receipt?.received).toBe('2026-11-25T10:00:00.000Z');
    tablet.line = () => 'through';
    await tablet.sync();
    expect((await outbox(tablet)).counts).toMatchObject({ confirmed: 1, onDevice: 0 });
  });

  it('what a colleague recorded is seen, verified, with author', async () => {
    const { dossier, random, viewer, ...rest } = await world();
    const one = await startTablet({ ...rest, random, viewer, store: open() });
    const colleague = viewerOf(random, dossier);
    const other = await startTablet({ ...rest, random, viewer: colleague, store: open() });
    await one.record(note(dossier, 'hond op het erf'));
    await one.record(arrived(dossier));
    await one.sync();
    await other.sync();
    const view = await dossierOf(other, dossier);
    expect(view.notes.map(({ value }) => [value.fields.text, value.author.member, value.stage])).toEqual([
      ['hond op het erf', viewer.member, 'received'],
    ]);
    expect(view.state.word).toBe('on_site');
  });
});

describe('while a person looks at a dossier', () => {
  const SECOND = 1_000;
  async function watching() {
    const { dossier, random, viewer, clock, server } = await world();
    const tablet = await startTablet({ server, clock, random, viewer });
    const colleague = await startTablet({ server, clock, random, viewer: viewerOf(random, dossier) });
    const asked: string[] = [];
    tablet.line = ({ path }) => {
      asked.push(path);
      return 'through';
    };
    // Sleeping takes as long as the test says: each call of `pass` lets one sleep end.
    let wake: (() => void) | null = null;
    let slept = 0;
    tablet.ports.sleep = (ms) =>
      new Promise((resolve) => {
        slept = ms;
        wake = () => {
          clock.ms += ms;
          resolve();
        };
      });
    const asleep = async () => {
      while (wake === null) await new Promise((resolve) => setTimeout(resolve, 1));
      return slept;
    };
    const pass = async () => {
      await asleep();
      const end = wake;
      wake = null;
      end?.();
      return asleep();
    };
    const engine = startEngine(tablet.ports);
    const stop = async () => {
      const ended = engine.stop();
      await asleep();
      wake?.();
      await ended;
    };
    await asleep();
    // The first round may be followed by one more, for what was nudged meanwhile.
    while (slept < SECOND) await pass();
    return { tablet, colleague, dossier, engine, asked, pass, stop, slept: () => slept };
  }

  it('what a colleague recorded is here within a quarter of a minute, by one request', async () => {
    const { tablet, colleague, dossier, engine, asked, pass, stop, slept } = await watching();
    engine.watch(true);
    expect(await pass()).toBeLessThanOrEqual(15 * SECOND);
    await colleague.record(note(dossier, 'hond op het erf'));
    await colleague.sync();
    asked.length = 0;
    await pass();
    expect(asked).toEqual(['/sync/pull']);
    expect((await dossierOf(tablet, dossier)).notes).toHaveLength(1);
    expect(slept()).toBeLessThanOrEqual(15 * SECOND);
    await stop();
  });

  it('nothing new is one request and not one write', async () => {
    const { tablet, engine, asked, pass, stop } = await watching();
    engine.watch(true);
    await pass();
    let writes = 0;
    const { write } = tablet.store;
    tablet.ports.store.write = (names, work) => {
      writes += 1;
      return write(names, work);
    };
    asked.length = 0;
    await pass();
    expect({ asked, writes }).toEqual({ asked: ['/sync/pull'], writes: 0 });
    await stop();
  });

  it('it is calm again when nobody looks', async () => {
    const { engine, pass, stop } = await watching();
    engine.watch(true);
    await pass();
    engine.watch(false);
    expect(await pass()).toBe(60 * SECOND);
    await stop();
  });
});

it('a receipt that the server did not sign moves nothing on', async () => {
  const { dossier, server, ...rest } = await world();
  const tablet = await startTablet({ ...rest, server });
  await tablet.record(note(dossier, 'a'));
  const { send } = tablet.ports;
  tablet.ports.send = async (request) => {
    const response = await send(request);
    if (request.path !== '/sync/push') return response;
    const { results } = response.body as { results: { text: string; signature: string }[] };
    const signature = `${results[0]?.signature.slice(0, -2) ?? ''}AA`;
    return { ...response, body: { results: results.map(({ text }) => ({ text, signature })) } };
  };
  await tablet.sync();
  const [item] = (await outbox(tablet)).items;
  expect(item).toMatchObject({ stage: 'failed', problem: { code: 'receipt-invalid' }, receipt: null });
});

it('a receipt about other operations moves nothing on', async () => {
  const { dossier, server, ...rest } = await world();
  const tablet = await startTablet({ ...rest, server });
  await tablet.record(note(dossier, 'a'));
  const { send } = tablet.ports;
  let before: unknown = null;
  tablet.ports.send = async (request) => {
    const response = await send(request);
    if (request.path !== '/sync/push') return response;
    const body = before ?? response.body;
    before = response.body;
    return { ...response, body };
  };
  await tablet.sync();
  await tablet.record(note(dossier, 'b'));
  await tablet.sync();
  const stages = (await outbox(tablet)).items.map(({ details, stage }) => [details.text, stage]);
  expect(stages).toEqual([
    ['b', 'failed'],
    ['a', 'confirmed'],
  ]);
});

it('an answer that is lost is asked for again, and nothing is stored twice', async () => {
  const { dossier, server, ...rest } = await world();
  const tablet = await startTablet({ ...rest, server });
  await tablet.record(note(dossier, 'a'));
  tablet.line = ({ path }) => (path === '/sync/push' ? 'answer-lost' : 'through');
  expect(await tablet.sync()).toBe(false);
  expect((await outbox(tablet)).items[0]?.stage).not.toBe('on-server');
  tablet.line = () => 'twice';
  expect(await tablet.sync()).toBe(true);
  expect(server.state.entries.get(jointScope(dossier))).toHaveLength(1);
  expect((await outbox(tablet)).counts.confirmed).toBe(1);
});

it('what was set aside is shown beside, is not folded, and has a way out', async () => {
  const { dossier, server, ...rest } = await world();
  const tablet = await startTablet({ ...rest, server });
  server.quarantine = () => 'schema';
  const id = await tablet.record(note(dossier, 'a'));
  await tablet.sync();
  expect((await dossierOf(tablet, dossier)).notes).toEqual([]);
  expect((await outbox(tablet)).items[0]).toMatchObject({ stage: 'set-aside', reason: 'schema' });
  server.quarantine = () => null;
  const fresh = await reissue(tablet.device, id, { text: 'b' });
  await tablet.sync();
  const view = await outbox(tablet);
  expect(view.items.map((item) => [item.id, item.stage, item.reissuedBy])).toEqual([
    [fresh, 'confirmed', null],
    [id, 'set-aside', fresh],
  ]);
  expect(view.counts.attention).toBe(0);
  const [shown] = (await dossierOf(tablet, dossier)).notes;
  expect(shown?.value).toMatchObject({ fields: { text: 'b', reissues: id } });
});

it('a restored server gets everything again, and is never called safe meanwhile', async () => {
  const { dossier, server, ...rest } = await world();
  const tablet = await startTablet({ ...rest, server });
  await tablet.record(note(dossier, 'a'));
  await tablet.sync();
  const backup = server.snapshot();
  await tablet.record(note(dossier, 'b'));
  await tablet.record(note(dossier, 'c'));
  await tablet.sync();
  expect((await outbox(tablet)).counts.confirmed).toBe(3);
  server.restore(backup);
  tablet.line = ({ path }) => (path === '/sync/push' ? 'lost' : 'through');
  await tablet.sync();
  expect((await outbox(tablet)).counts).toMatchObject({ confirmed: 1, onDevice: 2 });
  tablet.line = () => 'through';
  await tablet.sync();
  expect((await outbox(tablet)).counts.confirmed).toBe(3);
  expect(server.state.entries.get(jointScope(dossier))).toHaveLength(3);
});

it('a lost scope takes along what others recorded; own work goes up all the same, hidden', async () => {
  const { dossier, server, random, viewer, ...rest } = await world();
  const other = await startTablet({ ...rest, random, server, viewer: viewerOf(random, dossier) });
  await other.record(note(dossier, 'van een ander'));
  await other.sync();
  const tablet = await startTablet({ ...rest, random, server, viewer });
  await tablet.sync();
  await tablet.record(note(dossier, 'van mij'));
  tablet.viewer = { ...viewer, scopes: [] };
  await tablet.sync();
  expect((await outbox(tablet)).items).toEqual([]);
  expect(await tablet.store.read(['held'], ({ held }) => held.all())).toEqual([]);
  expect(server.state.entries.get(jointScope(dossier))).toHaveLength(2);
  tablet.viewer = viewer;
  await tablet.sync();
  expect((await dossierOf(tablet, dossier)).notes.map(({ value }) => value.fields.text).sort()).toEqual([
    'van een ander',
    'van mij',
  ]);
});

it('work of an earlier person goes up under the next one, with the right author', async () => {
  const { dossier, server, random, viewer, ...rest } = await world();
  const store = openMemory();
  const first = await startTablet({ ...rest, random, server, viewer, store });
  await first.record(note(dossier, 'van de eerste'));
  const next = { ...viewerOf(random, dossier, viewer.agency), device: viewer.device };
  const second = await startTablet({ ...rest, random, server, viewer: next, store });
  expect((await outbox(second)).items).toEqual([]);
  expect((await outbox(second)).others).toEqual([{ name: 'M', waiting: 1 }]);
  await second.record(note(dossier, 'van de tweede'));
  await second.sync();
  const notes = (await dossierOf(second, dossier)).notes.map(({ value }) => [
    value.fields.text,
    value.author.member,
  ]);
  expect(notes.sort()).toEqual([
    ['van de eerste', viewer.member],
    ['van de tweede', next.member],
  ]);
});

it('a copied profile forks: its work is set aside, nobody is blamed, and the device goes on with a new key', async () => {
  const { dossier, server, ...rest } = await world();
  const store = openMemory();
  const tablet = await startTablet({ ...rest, server, store });
  await tablet.record(note(dossier, 'a'));
  await tablet.sync();
  const copy = await startTablet({ ...rest, server, store: store.copy() });
  await tablet.record(note(dossier, 'van de ene'));
  await tablet.sync();
  const id = await copy.record(note(dossier, 'van de kopie'));
  await copy.sync();
  const [aside] = (await outbox(copy)).items;
  expect(aside).toMatchObject({ id, stage: 'set-aside', reason: 'fork' });
  await reissue(copy.device, id);
  await copy.sync();
  const texts = server.state.entries
    .get(jointScope(dossier))
    ?.map(({ fields }) => fields.find((field) => field.includes('"text"')));
  expect(texts?.some((text) => text?.includes('van de kopie'))).toBe(true);
  expect((await outbox(copy)).items[0]?.stage).toBe('confirmed');
});

it('an operation that its author did not sign is counted and never folded', async () => {
  const { dossier, server, random, viewer, ...rest } = await world();
  const other = await startTablet({ ...rest, random, server, viewer: viewerOf(random, dossier) });
  await other.record(note(dossier, 'echt'));
  await other.record(note(dossier, 'ook echt'));
  await other.sync();
  const entries = server.state.entries.get(jointScope(dossier)) ?? [];
  const [forged] = entries;
  if (forged) forged.fields = forged.fields.map((field) => field.replace('echt', 'vals'));
  const tablet = await startTablet({ ...rest, random, server, viewer });
  await tablet.sync();
  expect((await dossierOf(tablet, dossier)).notes).toHaveLength(1);
  const held = await tablet.store.read(['held'], (tables) => tables.held.all());
  expect(held.map(({ bad }) => bad).sort()).toEqual([null, 'text']);
});

describe('photos', () => {
  const photo = (bytes: number[]) => ({ bytes: new Blob([new Uint8Array([0xff, 0xd8, 0xff, ...bytes])]) });

  it('go up after the record that names them, small before large, and are safe only by their receipt', async () => {
    const { dossier, server, ...rest } = await world();
    const tablet = await startTablet({ ...rest, server });
    const large = photo(Array.from({ length: 50 }, () => 1));
    await recordAll(tablet.device, [{ ...note(dossier, 'a'), photos: [large, photo([1, 2])] }]);
    tablet.line = ({ path }) => (path === '/evidence-uploads' ? 'lost' : 'through');
    await tablet.sync();
    expect((await dossierOf(tablet, dossier)).photos).toEqual({ total: 2, safe: 0 });
    expect((await outbox(tablet)).items.map(({ stage }) => stage)).toEqual([
      'on-device',
      'on-device',
      'confirmed',
    ]);
    tablet.line = () => 'through';
    await tablet.sync();
    const sizes = await Promise.all(
      tablet.sent.map(
        async (id) => (await tablet.store.read(['uploads'], ({ uploads }) => uploads.get(id)))?.bytes,
      ),
    );
    expect(sizes).toEqual([5, 53]);
    expect((await dossierOf(tablet, dossier)).photos).toEqual({ total: 2, safe: 2 });
  });

  it('a receipt about other bytes is no receipt', async () => {
    const { dossier, server, ...rest } = await world();
    const tablet = await startTablet({ ...rest, server });
    await recordAll(tablet.device, [{ ...note(dossier, 'a'), photos: [photo([1])] }]);
    tablet.ports.upload = ({ entity, bytes }) => server.photo(entity, 'A'.repeat(43), bytes, '');
    await tablet.sync();
    const [item] = (await outbox(tablet)).items;
    expect(item).toMatchObject({
      stage: 'failed',
      photo: { state: 'failed' },
      problem: { code: 'receipt-invalid' },
    });
  });
});

it('20 tablets on a line that loses, doubles and cuts end equal, with everything once and nothing called safe too early', async () => {
  const { dossier, server, random, clock } = await world(20);
  const agency = uuidFrom(random);
  const tablets: Tablet[] = [];
  for (let i = 0; i < 20; i += 1) {
    const viewer = viewerOf(random, dossier, agency);
    tablets.push(
      await startTablet({ server, clock, random, viewer, off: Math.round((random() - 0.5) * 600_000) }),
    );
  }
  const fates = ['through', 'through', 'through', 'lost', 'answer-lost', 'twice'] as const;
  for (const tablet of tablets) tablet.line = () => fates[Math.floor(random() * fates.length)] ?? 'through';
  let written = 0;
  for (let step = 0; step < 400; step += 1) {
    clock.ms += Math.round(random() * 5_000);
    const tablet = tablets[Math.floor(random() * tablets.length)];
    if (tablet === undefined) continue;
    if (random() < 0.6) {
      written += 1;
      await tablet.record(random() < 0.7 ? note(dossier, `n${written}`) : arrived(dossier));
    } else {
      await tablet.sync();
      await neverTooEarly(tablet, server);
    }
  }
  for (const tablet of tablets) tablet.line = () => 'through';
  for (let round = 0; round < 2; round += 1) for (const tablet of tablets) await tablet.sync();
  const entries = server.state.entries.get(jointScope(dossier)) ?? [];
  expect(entries).toHaveLength(written);
  expect(new Set(entries.map(({ put }) => put)).size).toBe(written);
  const views = await Promise.all(tablets.map((tablet) => dossierOf(tablet, dossier)));
  const pictures = views.map((view) => [
    view.timeline.map(({ id }) => id),
    view.state.word,
    view.conflicts.length,
  ]);
  for (const picture of pictures) expect(picture).toEqual(pictures[0]);
  for (const tablet of tablets)
    expect((await outbox(tablet)).counts).toMatchObject({ onDevice: 0, onServer: 0, sending: 0 });
}, 240_000);

async function neverTooEarly(tablet: Tablet, server: TestServer): Promise<void> {
  const there = new Set([...server.state.batches.values()].flatMap(({ fates }) => fates.map(([id]) => id)));
  for (const { id, stage } of (await outbox(tablet)).items) {
    if (stage === 'on-server' || stage === 'confirmed') expect(there.has(id)).toBe(true);
  }
}
