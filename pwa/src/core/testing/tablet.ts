/** A tablet in a test: a store, a person, an engine's ports, and a line that can fail. For tests only. */
import type { DeviceClock } from '../clock/clock';
import { recordAll, type ToRecord } from '../recording/keep';
import type { Device } from '../recording/device';
import { ensureSigner } from '../signer/enrol';
import type { Database } from '../store/database';
import { openMemory } from '../store/memory';
import type { Ports } from '../sync/ports';
import { syncRound } from '../sync/round';
import { NetworkError, type Request, type Response, type Send } from '../transport/send';
import type { OperationId, Uuid } from '../types/ids';
import type { TestServer, Viewer } from './server';

/** Pseudo-random numbers from a seed (mulberry32): a history that fails can be run again. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function uuidFrom(random: () => number): Uuid {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16));
  hex[12] = '7';
  hex[16] = '8';
  const text = hex.join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    '-',
  );
}

/** A clock that only tests move. */
export interface TestClock {
  ms: number;
}

/** What the line does with one request: it gets through, is lost on the way there, or the answer is lost on the way back. */
export type Line = (request: Request) => 'through' | 'lost' | 'answer-lost' | 'twice';

export interface Tablet {
  part: string;
  viewer: Viewer;
  device: Device;
  ports: Ports;
  line: Line;
  store: Database;
  record: (item: ToRecord) => Promise<OperationId>;
  /** A whole round; false when the line broke it off. */
  sync: () => Promise<boolean>;
  /** The bytes of these photos were sent. */
  sent: string[];
}

export interface TabletOptions {
  server: TestServer;
  clock: TestClock;
  viewer: Viewer;
  random: () => number;
  store?: Database;
  /** Device clock less true time, in ms. */
  off?: number;
}

export async function startTablet({
  server,
  clock,
  viewer,
  random,
  store = openMemory(),
  off = 0,
}: TabletOptions): Promise<Tablet> {
  const part = `${viewer.member}|${viewer.agency}`;
  const now = (): DeviceClock => ({ device: clock.ms + off, mono: clock.ms, boot: 'boot' });
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256));
  const tablet: Tablet = {
    part,
    viewer,
    store,
    line: () => 'through',
    sent: [],
    device: {
      database: store,
      clock: now,
      random: bytes,
      nudge: () => undefined,
      isActive: () => true,
      room: () => undefined,
      later: () => () => undefined,
    },
    ports: {
      store,
      send: (request) => send(request),
      upload: async (photo) => {
        await send({ method: 'POST', path: '/evidence-uploads' });
        tablet.sent.push(photo.entity);
        const record = await store.read(['own'], ({ own }) => own.get(photo.operation ?? ''));
        await server.photo(photo.entity, photo.sha256, photo.bytes, record?.signer ?? '');
      },
      now,
      sleep: (ms) => {
        clock.ms += ms;
        return Promise.resolve();
      },
      random,
      bytes,
    },
    record: async (item) => (await recordAll(tablet.device, [item]))[0] ?? '',
    sync: async () => {
      try {
        return await syncRound(tablet.ports);
      } catch (error) {
        if (error instanceof NetworkError) return false;
        throw error;
      }
    },
  };
  const send: Send = async (request): Promise<Response> => {
    const fate = tablet.line(request);
    if (fate === 'lost') throw new NetworkError('lost');
    const answer = () => server.answer(request, tablet.viewer);
    const response = await answer();
    if (fate === 'answer-lost') throw new NetworkError('answer lost');
    return fate === 'twice' ? answer() : response;
  };
  await ensureSigner(
    store,
    (request) => server.answer(request, viewer),
    part,
    () => uuidFrom(random),
  );
  await store.write(['meta', 'people'], async ({ meta, people }) => {
    const agency = { id: viewer.agency, code: 'A', kind: 'brandweer', name: 'A', short: 'A' };
    const person = {
      key: part,
      member: { id: viewer.member, name: 'M' },
      agency,
      membership: '',
      roles: [],
      mandates: [],
    };
    await people.put({ key: part, lastHere: 0, body: { form: 'plain', json: JSON.stringify(person) } });
    await meta.put({ key: 'current', value: part });
    await meta.put({ key: 'session', value: { part, membership: '', until: null, demo: true } });
  });
  return tablet;
}
