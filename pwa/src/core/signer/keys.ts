/** Keys and signatures: ES256, raw r‖s, public keys as the 91-byte SPKI form (docs/format.md § 1). */
import { decode, encode } from '../operations/base64url';
import { bytesOf } from '../operations/digests';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const HASHED = { name: 'ECDSA', hash: 'SHA-256' } as const;
const known = new Map<string, CryptoKey>();

export interface KeyPair {
  /** Cannot leave this device: non-extractable, kept as an object in IndexedDB. */
  privateKey: CryptoKey;
  /** 91 bytes SPKI, base64url. */
  publicKey: string;
}

export async function makeKeyPair(): Promise<KeyPair> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']);
  return { privateKey, publicKey: encode(new Uint8Array(await crypto.subtle.exportKey('spki', publicKey))) };
}

/** The signature over the UTF-8 bytes of `text`, base64url. */
export async function signText(key: CryptoKey, text: string): Promise<string> {
  return encode(new Uint8Array(await crypto.subtle.sign(HASHED, key, bytesOf(text))));
}

/** Whether `signature` over `text` was made by the private half of `publicKey`; false for any spelling but the one. */
export async function verifiesText(publicKey: string, text: string, signature: string): Promise<boolean> {
  try {
    return await crypto.subtle.verify(
      HASHED,
      await imported(publicKey),
      decode(signature, 64),
      bytesOf(text),
    );
  } catch {
    return false;
  }
}

async function imported(publicKey: string): Promise<CryptoKey> {
  const held = known.get(publicKey);
  if (held) return held;
  const key = await crypto.subtle.importKey('spki', decode(publicKey, 91), CURVE, true, ['verify']);
  known.set(publicKey, key);
  return key;
}
