/** A device that the server does not know by its cookie: it proves itself, takes a new number, or says so; nothing is dropped. */
import { beforeEach, expect, it } from 'vitest';
import { parseInstant } from '../operations/instants';
import type { Device } from '../recording/device';
import { makeKeyPair, verifiesText } from '../signer/keys';
import { openMemory } from '../store/memory';
import type { SignerRow } from '../store/rows';
import type { Request, Response, Send } from '../transport/send';
import type { Uuid } from '../types/ids';
import { openSession } from './opening';

const HELD = '01a21219-a400-7c90-9fd9-bc213a2cd8ca';
const NOW = parseInstant('2026-11-25T10:00:00.000Z');
const NONCE = 'nonce for this device';

interface Sent {
  membership: Uuid;
  device: { id: Uuid; proof?: { signer: { text: string }; nonce: string; signature: string } };
}

let device: Device;
let asked: Request[];
/** Public keys by the text of a signer that the server vouched for; each is of the device that it knows. */
let vouched: Map<string, string>;

/** The door as tests/server/identity/test_devices.py proves it, for a browser whose cookie is gone. */
const send: Send = async (request) => {
  asked.push(request);
  if (request.path === '/sessions/challenges') return answered(200, { nonce: NONCE });
  const { device: named } = request.body as Sent;
  const key = vouched.get(named.proof?.signer.text ?? '');
  const proven = key !== undefined && (await verifiesText(key, NONCE, named.proof?.signature ?? ''));
  return named.id !== HELD || proven ? answered(201, {}) : answered(403, { code: 'device-unproven' });
};

const answered = (status: number, body: unknown): Response => ({ status, body, date: NOW, retryAfter: null });

const numbers = (): Uuid[] =>
  asked.filter(({ path }) => path === '/sessions').map(({ body }) => (body as Sent).device.id);

const kept = () =>
  device.database.read(['meta'], async ({ meta }) => ((await meta.get('device'))?.value as { id: Uuid }).id);

async function signer(id: string, state: SignerRow['state'], known: boolean): Promise<void> {
  const { privateKey, publicKey } = await makeKeyPair();
  const text = `signer ${id}`;
  if (known) vouched.set(text, publicKey);
  const who = { member: 'm', agency: 'a', device: HELD };
  const row = { id, part: 'm|a', ...who, privateKey, publicKey, text, signature: 's', state };
  await device.database.write(['signers'], ({ signers }) =>
    signers.put({ ...row, from: '2026-11-25T06:00:00.000Z', end: null }),
  );
}

beforeEach(async () => {
  asked = [];
  vouched = new Map();
  device = {
    database: openMemory(),
    clock: () => ({ device: NOW, mono: 0, boot: 'boot' }),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    nudge: () => undefined,
    isActive: () => true,
    room: () => undefined,
    later: () => () => undefined,
  };
  await device.database.write(['meta'], ({ meta }) =>
    meta.put({ key: 'device', value: { id: HELD, label: 'tablet' } }),
  );
});

const open = () => openSession(device, send, 'membership', 'tablet');

it('a key of this device opens the session under the number it had', async () => {
  await signer('one', 'active', true);
  expect((await open()).answer).toEqual({});
  expect(numbers()).toEqual([HELD, HELD]);
  expect(await kept()).toBe(HELD);
});

it('an ended key proves the device too, and a key that the server does not take stops no other', async () => {
  await signer('a', 'active', false);
  await signer('b', 'ended', true);
  expect((await open()).answer).toEqual({});
  expect(await kept()).toBe(HELD);
});

it('a device that holds nothing takes a new number', async () => {
  await open();
  expect(numbers()[0]).toBe(HELD);
  expect(await kept()).toBe(numbers()[1]);
  expect(await kept()).not.toBe(HELD);
});

it('a device whose keys prove nothing keeps its number and what it holds, and says why', async () => {
  await signer('one', 'active', false);
  await expect(open()).rejects.toMatchObject({ code: 'device-unproven' });
  expect(await kept()).toBe(HELD);
});

it('a device on which a draft is kept keeps its number', async () => {
  const body = { form: 'plain', json: '{}' } as const;
  await device.database.write(['drafts'], ({ drafts }) =>
    drafts.put({ part: 'm|a', key: 'k', dossier: HELD, at: NOW, body }),
  );
  await expect(open()).rejects.toMatchObject({ code: 'device-unproven' });
  expect(await kept()).toBe(HELD);
});

it('another refusal is none of this', async () => {
  const refuse: Send = () => Promise.resolve(answered(403, { code: 'device-ended' }));
  await expect(openSession(device, refuse, 'membership', 'tablet')).rejects.toMatchObject({
    code: 'device-ended',
  });
  expect(await kept()).toBe(HELD);
});
