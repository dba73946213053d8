/**
 * The request that signs somebody in. The server knows a device by the cookie of its first sign-in; where that is gone, one
 * of the device's keys proves that this is it. A device that has neither, and holds nothing, takes a new number.
 */
import { uuid7 } from '../operations/uuids';
import type { Device } from '../recording/device';
import { signText } from '../signer/keys';
import type { SignerRow } from '../store/rows';
import { ask, Refused, type Send } from '../transport/send';
import type { Instant, Uuid } from '../types/ids';
import type { Agency, Mandate } from '../types/session';

export interface SessionAnswer {
  member: { id: Uuid; name: string };
  agency: Agency;
  roles: string[];
  mandates: Mandate[];
  until: Instant;
  serverTime: Instant;
  demo: boolean;
}

interface Named {
  id: Uuid;
  label: string;
}

/** A session, and the device's clock before and after the request that opened it. */
export interface Opened {
  answer: SessionAnswer;
  sent: ReturnType<Device['clock']>;
  received: ReturnType<Device['clock']>;
}

/** Throws Refused, NetworkError. */
export async function openSession(
  device: Device,
  send: Send,
  membership: Uuid,
  label: string,
): Promise<Opened> {
  const open = async (named: Named & { proof?: unknown }): Promise<Opened> => {
    const sent = device.clock();
    const body = { membership, device: named };
    const answer = await ask<SessionAnswer>(send, { method: 'POST', path: '/sessions', body });
    return { answer, sent, received: device.clock() };
  };
  const named = await thisDevice(device, label);
  try {
    return await open(named);
  } catch (error) {
    if (!isUnproven(error)) throw error;
    for (const signer of await signersOf(device, named.id)) {
      const proof = await proofBy(signer, named.id, send);
      const opened = await open({ ...named, proof }).catch(onlyUnproven);
      if (opened !== null) return opened;
    }
    const fresh = await renumbered(device, named);
    if (fresh === null) throw error;
    return open(fresh);
  }
}

/** The random id and the label that this device gives itself, once. */
async function thisDevice(device: Device, label: string): Promise<Named> {
  const fresh = { id: newId(device), label };
  return device.database.write(['meta'], async ({ meta }) => {
    const held = (await meta.get('device'))?.value as Named | undefined;
    if (held === undefined) await meta.put({ key: 'device', value: fresh });
    return held ?? fresh;
  });
}

/** A new number for a device on which no key and no work is kept; null, and nothing changed, where any is. */
async function renumbered(device: Device, { label }: Named): Promise<Named | null> {
  const fresh = { id: newId(device), label };
  const names = ['meta', 'signers', 'own', 'batches', 'uploads', 'drafts'] as const;
  return device.database.write(names, async ({ meta, signers, own, batches, uploads, drafts }) => {
    for (const table of [signers, own, batches, uploads, drafts]) {
      if ((await table.all()).length > 0) return null;
    }
    await meta.put({ key: 'device', value: fresh });
    return fresh;
  });
}

/** Keys that were registered on this device, also ended ones: they prove which device it is, and nothing else. */
async function signersOf({ database }: Device, id: Uuid): Promise<SignerRow[]> {
  const rows = await database.read(['signers'], ({ signers }) => signers.all());
  return rows.filter(({ device }) => device === id);
}

async function proofBy(
  { privateKey, text, signature }: SignerRow,
  device: Uuid,
  send: Send,
): Promise<unknown> {
  const asked = { method: 'POST', path: '/sessions/challenges', body: { device } } as const;
  const { nonce } = await ask<{ nonce: string }>(send, asked);
  return { signer: { text, signature }, nonce, signature: await signText(privateKey, nonce) };
}

const newId = (device: Device): Uuid => uuid7(device.clock().device, device.random(10));

const isUnproven = (error: unknown): boolean => error instanceof Refused && error.code === 'device-unproven';

function onlyUnproven(error: unknown): null {
  if (isUnproven(error)) return null;
  throw error;
}
