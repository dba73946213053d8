/** A tablet that changes hands: nobody's requests, and nobody's pages, go under the session of another. */
import { beforeEach, describe, expect, it } from 'vitest';
import { agencyScope, jointScope } from '../operations/scopes';
import { startEngine } from '../sync/engine';
import { readMeta } from '../sync/meta';
import { startTestServer, type TestServer, type Viewer } from '../testing/server';
import { randomFrom, startTablet, uuidFrom, type Tablet, type TestClock } from '../testing/tablet';
import { NetworkError, type Request, type Response, type Send } from '../transport/send';
import { sendForScreens } from './ending';
import { continueWith, leave, signInWith } from './sign-in';

const clock: TestClock = { ms: 0 };
let random: () => number;
let server: TestServer;
let dossier: string;
let a: Viewer;
let b: Viewer;
let tablet: Tablet;
let asked: Request[];
/** Whose cookie the browser holds; null: none. */
let cookie: Viewer | null;
let online: boolean;

const keyOf = ({ member, agency }: Viewer) => `${member}|${agency}`;

const answered = (status: number, body: unknown): Response => ({
  status,
  body,
  date: clock.ms,
  retryAfter: null,
});

/** The door as tests/server/identity/test_guard.py proves it, before the server in miniature. */
const send: Send = async (request) => {
  if (!online) throw new NetworkError('no line');
  asked.push(request);
  const { method, path, person } = request;
  if (path === '/sessions') {
    cookie = b;
    const agency = { id: b.agency, code: 'B', kind: 'gemeente', name: 'B', short: 'B' };
    const times = { until: '2026-11-26T10:00:00.000Z', serverTime: '2026-11-25T10:00:00.000Z' };
    return answered(201, {
      member: { id: b.member, name: 'B' },
      agency,
      roles: [],
      mandates: [],
      ...times,
      demo: true,
    });
  }
  if (cookie === null) return answered(401, { code: 'sign-in-needed' });
  if (person !== undefined && person !== keyOf(cookie)) return answered(401, { code: 'session-other' });
  if (method === 'DELETE') {
    cookie = null;
    return answered(204, null);
  }
  return server.answer(request, cookie);
};

const person = (): Viewer => {
  const agency = uuidFrom(random);
  const scopes = [jointScope(dossier), agencyScope(dossier, agency)];
  return { member: uuidFrom(random), agency, device: uuidFrom(random), scopes };
};

const note = (text: string, scope: string) => ({
  kind: 'note.add' as const,
  dossier,
  fields: { text, subject: null },
  scope,
});

const scopesOf = (part: string) =>
  tablet.store.read(['cursors'], async ({ cursors }) =>
    (await cursors.by('part', part)).filter(({ state }) => state !== 'lost').map(({ scope }) => scope),
  );

beforeEach(async () => {
  clock.ms = Date.parse('2026-11-25T10:00:00.000Z');
  random = randomFrom(1);
  server = await startTestServer(() => clock.ms);
  dossier = uuidFrom(random);
  [a, b] = [person(), person()];
  const other = await startTablet({ server, clock, random, viewer: b });
  await other.record(note('of B alone', 'agency'));
  await other.sync();
  tablet = await startTablet({ server, clock, random, viewer: a });
  [asked, cookie, online] = [[], a, true];
  tablet.ports.send = send;
  await tablet.record(note('of A', 'agency'));
  await tablet.sync();
});

describe('a sign-in that breaks off after the cookie was given', () => {
  const breaking: Send = (request) =>
    request.path === '/sessions' ? send(request) : Promise.reject(new NetworkError('the line broke'));

  it('puts nothing of the next person into the part of the one before, and takes nothing from it', async () => {
    const before = await scopesOf(keyOf(a));
    await expect(signInWith(tablet.device, breaking, 'x', 'tablet')).rejects.toThrow(NetworkError);
    await tablet.sync();
    expect(await scopesOf(keyOf(a))).toEqual(before);
    expect(await scopesOf(keyOf(b))).toContain(agencyScope(dossier, b.agency));
  });

  it('whose answer never came likewise: the server refuses what was asked for the one before', async () => {
    const before = await scopesOf(keyOf(a));
    const lost: Send = async (request) => {
      await send(request);
      throw new NetworkError('the answer was lost');
    };
    await expect(signInWith(tablet.device, lost, 'x', 'tablet')).rejects.toThrow(NetworkError);
    await expect(tablet.sync()).rejects.toMatchObject({ code: 'session-other' });
    expect(await scopesOf(keyOf(a))).toEqual(before);
    expect(await scopesOf(keyOf(b))).toEqual([]);
  });
});

it('a sign-in during a round ends the round, and what it was told does not sign the next person out', async () => {
  const before = await scopesOf(keyOf(a));
  let signedIn = false;
  tablet.ports.send = async (request) => {
    if (request.path === '/sync/pull' && !signedIn) {
      signedIn = true;
      await signInWith(tablet.device, send, 'x', 'tablet');
    }
    return send(request);
  };
  // Ends after the round under way.
  await startEngine(tablet.ports).stop();
  expect(asked.at(-1)).toMatchObject({ path: '/sync/pull', person: keyOf(a) });
  expect(await scopesOf(keyOf(a))).toEqual(before);
  expect(await readMeta(tablet.store, 'signedOut')).toBe(false);
  await tablet.sync();
  expect(await scopesOf(keyOf(b))).toContain(agencyScope(dossier, b.agency));
});

it('photos go up for the person of the round', async () => {
  let meant: string | undefined;
  const { upload } = tablet.ports;
  tablet.ports.upload = (photo, progress, who) => {
    meant = who;
    return upload(photo, progress, who);
  };
  const photo = { bytes: new Blob([new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3])]) };
  await tablet.record({ ...note('with a photo', 'joint'), photos: [photo] });
  await tablet.sync();
  expect(meant).toBe(keyOf(a));
});

describe('who signed out without network', () => {
  beforeEach(async () => {
    await continueWith(tablet.device, keyOf(a));
    online = false;
    await leave(tablet.device, send);
    online = true;
    asked = [];
  });

  it('is signed out at the server first thing when there is a network', async () => {
    await tablet.sync();
    expect(asked[0]).toMatchObject({ method: 'DELETE', path: '/sessions/current', person: keyOf(a) });
    expect(cookie).toBeNull();
    await tablet.sync();
    expect(asked.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
  });

  it('is signed out before a request of the next person, who is not taken for the one before', async () => {
    await tablet.store.write(['meta'], ({ meta }) => meta.put({ key: 'current', value: keyOf(b) }));
    const answer = await sendForScreens(() => tablet.store, send)({ method: 'GET', path: '/follow-ups' });
    expect(answer).toMatchObject({ status: 401, body: { code: 'sign-in-needed' } });
    expect(asked.map(({ method, person: who }) => [method, who])).toEqual([
      ['DELETE', keyOf(a)],
      ['GET', keyOf(b)],
    ]);
  });

  it('ends no session of whoever signed in since', async () => {
    await signInWith(tablet.device, send, 'x', 'tablet');
    await tablet.sync();
    expect(cookie).toBe(b);
  });
});

it('a screen asks for whom it is shown to, and for nobody when nobody works here', async () => {
  const ask = sendForScreens(() => tablet.store, send);
  await ask({ method: 'GET', path: '/x' });
  expect(asked.at(-1)?.person).toBe(keyOf(a));
  await tablet.store.write(['meta'], ({ meta }) => meta.delete('current'));
  await ask({ method: 'GET', path: '/x' });
  expect(asked.at(-1)?.person).toBe('');
});

it('nobody takes the place of who works in the active tab from another tab', async () => {
  const other = { ...tablet.device, isActive: () => false };
  await expect(signInWith(other, send, 'x', 'tablet')).rejects.toMatchObject({ code: 'other-tab' });
  await expect(continueWith(other, keyOf(a))).rejects.toMatchObject({ code: 'other-tab' });
  expect(cookie).toBe(a);
  expect(await readMeta(tablet.store, 'current')).toBe(keyOf(a));
});
