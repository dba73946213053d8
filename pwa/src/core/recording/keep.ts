/** Recording: all that belongs together is stored in one strict transaction; its `complete` is "on this device". */
import { agencyScope } from '../operations/scopes';
import type { Tables } from '../store/database';
import type { Library } from '../store/library';
import type { OwnRow, UploadRow } from '../store/rows';
import { open, seal } from '../store/sealing';
import type { OperationId, Place, Uuid } from '../types/ids';
import type { KeptPhoto, PhotoToKeep } from '../types/recording';
import { currentAuthor } from './author';
import type { Device } from './device';
import { RecordError } from './error';
import { libraryFor } from './library';
import { freezePlaced, place, type Author, type Intention, type Placed } from './operations';
import { fingerprintOf, hashPhoto, keptRow, unsent, type HashedPhoto } from './photo';
import { writeHere } from './room';
import { standing } from './standing';

export interface ToRecord extends Intention {
  base?: readonly OperationId[] | undefined;
  photos?: readonly (PhotoToKeep | KeptPhoto)[] | undefined;
}

/** What goes into the transaction beside the operations. */
export interface Beside {
  /** Keys of drafts that become these operations. */
  drafts?: readonly string[];
  /** An operation that was set aside, and that the first of these takes the place of. */
  reissues?: OperationId;
  /** An operation that these take back. */
  takesBack?: OperationId;
}

interface Kept {
  own: OwnRow[];
  uploads: UploadRow[];
  photos: HashedPhoto[];
}

/**
 * Record operations and their photos, all or none; resolves at the `complete` of the transaction with the id of each
 * operation asked for (those of photos come after it in the same batch). Throws RecordError.
 */
export async function recordAll(
  device: Device,
  items: readonly ToRecord[],
  beside: Beside = {},
): Promise<OperationId[]> {
  const author = await currentAuthor(device);
  const library = await libraryFor(device, author.agency, items);
  const kept: Kept = { own: [], uploads: [], photos: [] };
  const ids: OperationId[] = [];
  for (const item of items) {
    const placed = place(item, author, library);
    const base = item.base ?? (await standing(device, author, placed, kept.own))?.shown.base ?? [];
    ids.push(await add(kept, placed, base, author, null));
    for (const photo of item.photos ?? []) await addPhoto(device, kept, placed, photo, author, library);
  }
  await store(device, author.part, kept, beside);
  device.nudge();
  return ids;
}

/** Keep a photo at the shutter, before anything names it. Resolves at `complete` with its entity. Throws RecordError. */
export async function keepPhoto(device: Device, dossier: Uuid, photo: PhotoToKeep): Promise<Uuid> {
  const author = await currentAuthor(device);
  const hashed = await hashPhoto(photo, author.newId, author.now);
  const row = await keptRow(hashed, author.part, dossier);
  await store(device, author.part, { own: [], uploads: [row], photos: [hashed] }, {});
  return hashed.entity;
}

/**
 * Photos that no record names become evidence of the visit itself, for the own agency, so that they go up too: at sign-out,
 * when nobody will come back for them. Throws RecordError.
 */
export async function recordLoose(device: Device): Promise<void> {
  const author = await currentAuthor(device);
  const rows = await device.database.read(['uploads'], ({ uploads }) => uploads.by('part', author.part));
  const library = await libraryFor(device, author.agency, []);
  const kept: Kept = { own: [], uploads: [], photos: [] };
  for (const { entity, dossier } of rows.filter(({ state }) => state === 'kept')) {
    const scope = agencyScope(dossier, author.agency);
    const visit: Placed = { kind: 'evidence.add', dossier, entity: dossier, scope, values: {} };
    await addPhoto(device, kept, visit, { kept: entity }, author, library);
  }
  if (kept.own.length > 0) await store(device, author.part, kept, {});
}

/** A photo that nothing names yet is dropped; one that is named stays. */
export async function dropKept(device: Device, entity: Uuid): Promise<void> {
  const { part } = await currentAuthor(device);
  await device.database.write(['uploads', 'photos'], async ({ uploads, photos }) => {
    const row = await uploads.get(entity);
    if (row?.state !== 'kept' || row.part !== part) return;
    await uploads.delete(entity);
    await photos.delete(entity);
  });
}

async function add(
  kept: Kept,
  placed: Placed,
  base: readonly OperationId[],
  author: Author,
  evidence: Uuid | null,
) {
  const { id, head, fields, bytes } = freezePlaced(placed, base, author);
  kept.own.push({
    id,
    part: author.part,
    signer: author.signer,
    scope: placed.scope,
    dossier: placed.dossier,
    entity: placed.entity,
    seq: 0,
    state: 'frozen',
    n: null,
    fate: null,
    reason: null,
    released: null,
    reissuedBy: null,
    takenBackBy: null,
    evidence,
    bytes,
    recorded: author.now,
    body: await seal({ head, fields }),
  });
  return id;
}

async function addPhoto(
  device: Device,
  kept: Kept,
  of: Placed,
  photo: PhotoToKeep | KeptPhoto,
  author: Author,
  library: Library,
): Promise<void> {
  const { row, data, at } = await rowOf(device, photo, author, of.dossier);
  const { entity, sha256, bytes, mime, takenAt } = row;
  const { subject, role, caption, room } = photo;
  const original = 'original' in photo ? photo.original : undefined;
  const fields = {
    subject: subject ?? of.entity,
    sha256,
    bytes,
    mime,
    taken_at: takenAt,
    original,
    role,
    caption,
    room,
  };
  const intention = { kind: 'evidence.add', dossier: of.dossier, entity, fields, place: at, scope: of.scope };
  const operation = await add(kept, place(intention, author, library), [], author, entity);
  kept.uploads.push({ ...row, state: 'named', operation });
  if (data) kept.photos.push(data);
}

async function rowOf(
  device: Device,
  photo: PhotoToKeep | KeptPhoto,
  author: Author,
  dossier: Uuid,
): Promise<{ row: UploadRow; data: HashedPhoto | null; at: Place | null }> {
  if ('kept' in photo) {
    const row = await device.database.read(['uploads'], ({ uploads }) => uploads.get(photo.kept));
    if (row?.state !== 'kept')
      throw new RecordError('not-found', 'this photo was not kept here, or is named already', 'kept');
    return { row, data: null, at: (await open<{ place: Place | null }>(row.body)).place };
  }
  const data = await hashPhoto(photo, author.newId, author.now);
  return { row: await keptRow(data, author.part, dossier), data, at: data.place };
}

async function store(device: Device, part: string, kept: Kept, beside: Beside): Promise<void> {
  const { own, uploads, photos } = kept;
  await writeHere(device, ['own', 'uploads', 'photos', 'tus', 'drafts', 'meta'], async (tables) => {
    const last = ((await tables.meta.get('sequence'))?.value as number | undefined) ?? 0;
    await tables.own.putAll(own.map((row, i) => ({ ...row, seq: last + 1 + i })));
    await tables.meta.put({ key: 'sequence', value: last + own.length });
    await tables.uploads.putAll(uploads);
    await tables.photos.putAll(photos.map(({ entity, data }) => ({ entity, data })));
    for (const key of beside.drafts ?? []) await tables.drafts.delete([part, key]);
    if (beside.reissues !== undefined) await takePlace(tables, beside.reissues, own[0]);
    const taken = beside.takesBack === undefined ? undefined : await tables.own.get(beside.takesBack);
    if (taken) await tables.own.put({ ...taken, takenBackBy: own[0]?.id ?? null });
  });
}

/**
 * The operation that was set aside names the one in its place; bytes that belonged to it belong to that one. The server keeps
 * them for the signer whose record names them: under another key they go up again, from the beginning.
 */
async function takePlace(
  { own, uploads, tus }: Tables<'own' | 'uploads' | 'tus'>,
  id: OperationId,
  fresh: OwnRow | undefined,
): Promise<void> {
  const aside = await own.get(id);
  if (aside === undefined || fresh === undefined) return;
  await own.put({ ...aside, reissuedBy: fresh.id });
  const row = aside.evidence === null ? undefined : await uploads.get(aside.evidence);
  if (row === undefined) return;
  if (aside.signer === fresh.signer) {
    await uploads.put({ ...row, operation: fresh.id });
  } else {
    await uploads.put({ ...unsent(row), operation: fresh.id });
    await tus.delete(fingerprintOf(row));
  }
  await own.put({ ...((await own.get(fresh.id)) ?? fresh), evidence: row.entity });
}
