/** Who works with this device: signing in, going on without network, and signing out. */
import { markOf } from '../clock/clock';
import { parseInstant } from '../operations/instants';
import { uuid7 } from '../operations/uuids';
import type { Device } from '../recording/device';
import { RecordError } from '../recording/error';
import { ensureSigner } from '../signer/enrol';
import type { MetaValues } from '../store/rows';
import { seal } from '../store/sealing';
import { ask, sendFor, type Send } from '../transport/send';
import type { Uuid } from '../types/ids';
import type { DemoPerson, Person } from '../types/session';
import { endSession } from './ending';
import { openSession } from './opening';

/** A person of `GET /demo/people` as the server writes it. */
type DemoPersonAnswer = Omit<DemoPerson, 'member'> & { member: Uuid; name: string };

export async function fetchDemoPeople(send: Send): Promise<DemoPerson[]> {
  const people = await ask<DemoPersonAnswer[]>(send, { method: 'GET', path: '/demo/people' });
  return people.map(({ member, name, ...rest }) => ({ ...rest, member: { id: member, name } }));
}

/** Sign in with network. Throws Refused, NetworkError, and RecordError in another tab than the active one. */
export async function signInWith(
  device: Device,
  send: Send,
  membership: Uuid,
  label: string,
): Promise<Person> {
  activeOnly(device);
  const { answer, sent, received } = await openSession(device, send, membership, label);
  const { member, agency, roles, mandates, until, serverTime, demo } = answer;
  const key = `${member.id}|${agency.id}`;
  const person: Person = { key, member, agency, membership, roles, mandates };
  const clock = markOf(parseInstant(serverTime), sent, received);
  // The cookie is this person's from here on: that is known before anything that may break off.
  await device.database.write(['meta'], async ({ meta }) => {
    await meta.put({ key: 'session', value: { part: key, membership, until, demo } });
    await meta.put({ key: 'clock', value: clock });
    await meta.put({ key: 'contact', value: received.device });
    // It took the place of whatever session was left behind.
    await meta.delete('ending');
  });
  const body = await seal(person);
  const newId = () => uuid7(device.clock().device, device.random(10));
  await ensureSigner(device.database, sendFor(send, key), key, newId);
  await device.database.write(['meta', 'people'], async ({ meta, people }) => {
    await people.put({ key, lastHere: received.device, body });
    await meta.put({ key: 'current', value: key });
    await meta.put({ key: 'signedOut', value: false });
  });
  device.nudge();
  return person;
}

/**
 * An earlier person goes on, also without network. Resolves false when this person was never here. Throws RecordError in
 * another tab than the active one.
 */
export async function continueWith(device: Device, key: string): Promise<boolean> {
  activeOnly(device);
  const now = device.clock().device;
  const found = await device.database.write(['meta', 'people'], async ({ meta, people }) => {
    const row = await people.get(key);
    if (row === undefined) return false;
    await people.put({ ...row, lastHere: now });
    await meta.put({ key: 'current', value: key });
    return true;
  });
  if (found) device.nudge();
  return found;
}

/** What is being typed in the active tab is of who works there: no other tab puts somebody else in that place. */
function activeOnly(device: Device): void {
  if (!device.isActive()) throw new RecordError('other-tab', 'another tab is the active one: sign in there');
}

/** The device is nobody's; what it holds stays, and goes up under whoever signs in next. The server is told, now or later. */
export async function leave(device: Device, send: Send): Promise<void> {
  await device.database.write(['meta'], async ({ meta }) => {
    const session = (await meta.get('session'))?.value as MetaValues['session'] | undefined;
    if (session !== undefined) await meta.put({ key: 'ending', value: session.part });
    await meta.delete('current');
    await meta.delete('session');
  });
  await endSession(device.database, send).catch(() => undefined);
}
