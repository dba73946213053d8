/** A key of this member, for this agency, on this device: made here, vouched for by the server (docs/format.md § 2). */
import { readSigner } from '../operations/signed-texts';
import type { Database } from '../store/database';
import type { SignerRow } from '../store/rows';
import { ask, type Send } from '../transport/send';
import type { Uuid } from '../types/ids';
import { makeKeyPair, signText, verifiesText } from './keys';

export interface ServerKeys {
  epoch: Uuid;
  keys: { kid: string; key: string }[];
}

/** The server's keys, kept beside those known before: a key once known stays known. */
export async function fetchServerKeys(
  database: Database,
  send: Send,
): Promise<{ kid: string; key: string }[]> {
  const { epoch, keys } = await ask<ServerKeys>(send, { method: 'GET', path: '/sync/keys' });
  return database.write(['meta'], async ({ meta }) => {
    const before = ((await meta.get('keys'))?.value ?? []) as ServerKeys['keys'];
    const all = [...before.filter(({ kid }) => !keys.some((key) => key.kid === kid)), ...keys];
    await meta.put({ key: 'keys', value: all });
    await meta.put({ key: 'epoch', value: epoch });
    return all;
  });
}

/** The active signer of a person on this device; registers one under the present session when there is none. */
export async function ensureSigner(
  database: Database,
  send: Send,
  part: string,
  newId: () => Uuid,
): Promise<SignerRow> {
  const rows = await database.read(['signers'], ({ signers }) => signers.by('part', part));
  const active = rows.find(({ state }) => state === 'active');
  return active ?? enrol(database, send, part, newId());
}

/** Throws Refused, NetworkError, and Error when the server's text is not about this key. */
async function enrol(database: Database, send: Send, part: string, id: Uuid): Promise<SignerRow> {
  const { privateKey, publicKey } = await makeKeyPair();
  const { nonce } = await ask<{ nonce: string }>(send, { method: 'POST', path: '/signers/challenges' });
  const proof = await signText(privateKey, nonce);
  const body = { id, key: publicKey, nonce, proof };
  const { text, signature } = await ask<{ text: string; signature: string }>(send, {
    method: 'POST',
    path: '/signers',
    body,
  });
  const signer = readSigner(text);
  const keys = await fetchServerKeys(database, send);
  const key = keys.find(({ kid }) => kid === signer.kid)?.key ?? '';
  const verified = await verifiesText(key, text, signature);
  if (
    !verified ||
    signer.id !== id ||
    signer.key !== publicKey ||
    `${signer.member}|${signer.agency}` !== part
  ) {
    throw new Error('the server vouched for another signer than the one asked for');
  }
  const { member, agency, device, from } = signer;
  const row: SignerRow = {
    id,
    part,
    member,
    agency,
    device,
    privateKey,
    publicKey,
    text,
    signature,
    from,
    state: 'active',
    end: null,
  };
  await database.write(['signers'], ({ signers }) => signers.put(row));
  return row;
}
