/** Photos go up after the text that names them, small before large, two at a time; only a receipt says they are there. */
import { readPhotoReceipt, type Signed } from '../operations/signed-texts';
import { TextRefused } from '../operations/texts';
import { fingerprintOf } from '../recording/photo';
import type { UploadRow } from '../store/rows';
import { NetworkError, ask } from '../transport/send';
import { isWaiting, waitMs } from './backoff';
import { askedWait, isSignedOut, problemOf } from './failure';
import type { Ports } from './ports';
import type { ByServer } from './server-keys';

const AT_ONCE = 2;
/** Progress is stored no more often than this. */
const PROGRESS_MS = 500;

/** Rejects with NetworkError when the line broke: the rest waits for the next round. */
export async function sendPhotos(ports: Ports, verify: ByServer): Promise<void> {
  const due = await duePhotos(ports);
  const broken: Error[] = [];
  const lane = async () => {
    for (let photo = due.shift(); photo !== undefined && broken.length === 0; photo = due.shift()) {
      try {
        await sendPhoto(ports, verify, photo);
      } catch (error) {
        await noteFailure(ports, photo, error);
        if (error instanceof NetworkError || isSignedOut(error)) broken.push(error as Error);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  const [first] = broken;
  if (first !== undefined) throw first;
}

/** Those whose operation has a receipt, whatever its fate. */
async function duePhotos({ store, now }: Ports): Promise<UploadRow[]> {
  const { device } = now();
  const { rows, operations } = await store.read(['uploads', 'own'], async ({ uploads, own }) => {
    const named = (await uploads.by('state', 'named')).filter(({ nextTry }) => !isWaiting(nextTry, device));
    return { rows: named, operations: await own.getAll(named.map(({ operation }) => operation ?? '')) };
  });
  const received = rows.filter((_, i) => {
    const state = operations[i]?.state;
    return state === 'received' || state === 'confirmed';
  });
  return received.sort((one, other) => one.bytes - other.bytes);
}

async function sendPhoto(ports: Ports, verify: ByServer, photo: UploadRow): Promise<void> {
  const { store, send, upload } = ports;
  await upload(photo, progressOf(ports, photo));
  const signed = await ask<Signed>(send, { method: 'GET', path: `/evidence/${photo.entity}/receipt` });
  const receipt = readReceipt(signed);
  const same =
    receipt?.id === photo.entity && receipt.sha256 === photo.sha256 && receipt.bytes === photo.bytes;
  if (receipt === null || !same || !(await verify(signed, receipt.kid))) throw new ReceiptInvalid();
  await change(ports, photo, {
    state: 'safe',
    receipt: signed,
    sent: photo.bytes,
    problem: null,
    tries: 0,
    nextTry: 0,
  });
  await store.write(['tus'], ({ tus }) => tus.delete(fingerprintOf(photo)));
}

/** The server's word on a photo does not verify, or is about other bytes. */
class ReceiptInvalid extends Error {}

function readReceipt({ text }: Signed) {
  try {
    return readPhotoReceipt(text);
  } catch (error) {
    if (error instanceof TextRefused) return null;
    throw error;
  }
}

function progressOf(ports: Ports, photo: UploadRow): (sent: number) => void {
  let last = 0;
  return (sent) => {
    const { mono } = ports.now();
    if (last !== 0 && mono - last < PROGRESS_MS) return;
    last = mono;
    // A display only: where the upload really is, the server says.
    void change(ports, photo, { sent: Math.min(sent, photo.bytes) }).catch(() => undefined);
  };
}

async function noteFailure(ports: Ports, photo: UploadRow, error: unknown): Promise<void> {
  const { device } = ports.now();
  const tries = photo.tries + 1;
  const problem =
    error instanceof ReceiptInvalid
      ? { ...problemOf(error, device), code: 'receipt-invalid' }
      : problemOf(error, device);
  const nextTry =
    error instanceof NetworkError ? 0 : device + waitMs(tries, ports.random(), askedWait(error));
  await change(ports, photo, { problem, tries, nextTry });
}

/**
 * Change what is known of an upload: what was proved meanwhile is not taken back by a late display, and what was sent for one
 * record says nothing of another that took its place.
 */
async function change(
  { store }: Ports,
  { entity, operation }: UploadRow,
  to: Partial<UploadRow>,
): Promise<void> {
  await store.write(['uploads'], async ({ uploads }) => {
    const row = await uploads.get(entity);
    if (row?.state === 'named' && row.operation === operation) await uploads.put({ ...row, ...to });
  });
}
