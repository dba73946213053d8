/** Photos as they are captured: hashed at once, kept as they are. */
import { encode } from '../operations/base64url';
import { writeInstant } from '../operations/instants';
import type { UploadRow } from '../store/rows';
import { seal } from '../store/sealing';
import type { Digest, Instant, Place, Uuid } from '../types/ids';
import type { PhotoToKeep } from '../types/recording';
import { RecordError } from './error';

export const MOST_BYTES = 100 * 1024 * 1024;

export interface HashedPhoto {
  entity: Uuid;
  data: ArrayBuffer;
  sha256: Digest;
  bytes: number;
  mime: 'image/jpeg' | 'image/png' | 'image/webp';
  takenAt: Instant;
  place: Place | null;
}

/** Throws RecordError `photo` for what is no photo or too large. `now` in ms, for a photo that tells no time of its own. */
export async function hashPhoto(photo: PhotoToKeep, newId: () => Uuid, now: number): Promise<HashedPhoto> {
  const data = await photo.bytes.arrayBuffer();
  if (data.byteLength === 0 || data.byteLength > MOST_BYTES)
    throw new RecordError('photo', 'from 1 byte to 100 MiB', 'bytes');
  const mime = mimeOf(new Uint8Array(data, 0, Math.min(12, data.byteLength)));
  if (mime === null) throw new RecordError('photo', 'JPEG, PNG or WebP', 'bytes');
  return {
    entity: photo.entity ?? newId(),
    data,
    sha256: encode(new Uint8Array(await crypto.subtle.digest('SHA-256', data))),
    bytes: data.byteLength,
    mime,
    takenAt: photo.takenAt ?? writeInstant(now),
    place: photo.place ?? null,
  };
}

/** The row of a photo that no operation names yet. */
export async function keptRow(photo: HashedPhoto, part: string, dossier: Uuid): Promise<UploadRow> {
  const { entity, sha256, bytes, mime, takenAt, place } = photo;
  return {
    entity,
    part,
    dossier,
    operation: null,
    sha256,
    bytes,
    mime,
    state: 'kept',
    takenAt,
    ...NOTHING_SENT,
    body: await seal({ place }),
  };
}

const NOTHING_SENT = {
  sent: 0,
  receipt: null,
  problem: null,
  tries: 0,
  nextTry: 0,
  confirmedAt: null,
} satisfies Partial<UploadRow>;

/** As if nothing had been sent yet. */
export function unsent(row: UploadRow): UploadRow {
  return { ...row, ...NOTHING_SENT, state: 'named' };
}

/** Of an upload: the bytes and what they are evidence of, for the same photo may be named twice. */
export function fingerprintOf({ sha256, entity }: Pick<UploadRow, 'sha256' | 'entity'>): string {
  return `${sha256}|${entity}`;
}

/** By its first bytes, as the server will judge it; the name and type that a file gives itself do not count. */
function mimeOf(first: Uint8Array): HashedPhoto['mime'] | null {
  const starts = (...bytes: number[]) => bytes.every((byte, i) => first[i] === byte);
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  const word = (at: number) => String.fromCharCode(...first.slice(at, at + 4));
  return word(0) === 'RIFF' && word(8) === 'WEBP' ? 'image/webp' : null;
}
