/** A server, a clock, a visit and somebody who may read it. For tests only. */
import { agencyScope, jointScope } from '../operations/scopes';
import type { ToRecord } from '../recording/keep';
import { startTestServer, type TestServer, type Viewer } from './server';
import { randomFrom, uuidFrom, type TestClock } from './tablet';

export const START = Date.parse('2026-11-25T10:00:00.000Z');

export interface World {
  clock: TestClock;
  server: TestServer;
  random: () => number;
  dossier: string;
  viewer: Viewer;
}

export async function world(seed = 1): Promise<World> {
  const random = randomFrom(seed);
  const clock = { ms: START };
  const dossier = uuidFrom(random);
  const viewer = viewerOf(random, dossier);
  return { clock, random, dossier, viewer, server: await startTestServer(() => clock.ms) };
}

/** Somebody at the visit, of an agency of their own unless told. */
export function viewerOf(random: () => number, dossier: string, agency = uuidFrom(random)): Viewer {
  const scopes = [jointScope(dossier), agencyScope(dossier, agency)];
  return { member: uuidFrom(random), agency, device: uuidFrom(random), scopes };
}

export const note = (dossier: string, text: string, scope = 'joint') =>
  ({ kind: 'note.add', dossier, fields: { text, subject: null }, scope }) satisfies ToRecord;

/** As small as a photo can be. */
export const PHOTO = { bytes: new Blob([new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])]) };

export const noted = (dossier: string, text: string) => ({ ...note(dossier, text), photos: [PHOTO] });
