/**
 * The emergency export: what the person who works here has not confirmed, as it is stored, and what is being typed, for a
 * server or a person to read elsewhere. Of others who used this device only how much is there: it is theirs to give away.
 */
import type { OperationTexts } from '../operations/operation';
import type { Database, Tables } from '../store/database';
import type { UploadRow } from '../store/rows';
import { open } from '../store/sealing';
import type { Draft } from '../types/recording';
import { zipOf, type ZipEntry } from './zip';

const TEXT = new TextEncoder();
const TABLES = ['own', 'batches', 'signers', 'uploads', 'drafts', 'people'] as const;
const isOpen = ({ state }: { state: string }): boolean => state !== 'confirmed';

export async function makeExport(database: Database, part: string): Promise<Blob> {
  const rows = await database.read(TABLES, async (tables) => ({
    ...(await openWork(tables, part)),
    signers: await tables.signers.by('part', part),
    others: await countOthers(tables, part),
  }));
  const texts = await Promise.all(rows.own.map(({ body }) => open<OperationTexts>(body)));
  const drafts = await Promise.all(rows.drafts.map(({ body }) => open<Draft>(body)));
  const index = {
    format: 'glashelder-export-1',
    signers: rows.signers.map(({ id, text, signature }) => ({ id, text, signature })),
    batches: rows.batches.map(({ signer, scope, n, text, signature }) => ({
      signer,
      scope,
      n,
      text,
      signature,
    })),
    operations: rows.own.map(({ id, scope, signer, n }, i) => ({ id, scope, signer, n, ...texts[i] })),
    photos: rows.uploads.map(({ entity, sha256, bytes, mime, takenAt }) => ({
      entity,
      sha256,
      bytes,
      mime,
      takenAt,
    })),
    drafts,
    others: rows.others,
  };
  const entries: ZipEntry[] = [{ name: 'index.json', data: TEXT.encode(JSON.stringify(index, null, 1)) }];
  for (const upload of rows.uploads) entries.push(...(await photoOf(database, upload)));
  return zipOf(entries);
}

async function openWork(
  { own, batches, uploads, drafts }: Tables<'own' | 'batches' | 'uploads' | 'drafts'>,
  part: string,
) {
  return {
    own: (await own.by('part', part)).filter(isOpen),
    batches: (await batches.by('part', part)).filter(isOpen),
    uploads: (await uploads.by('part', part)).filter(isOpen),
    drafts: await drafts.by('part', part),
  };
}

/** Sealed: numbers without names, kinds or places. */
async function countOthers(tables: Tables<(typeof TABLES)[number]>, part: string) {
  const counts = { people: 0, operations: 0, photos: 0, drafts: 0 };
  for (const { key } of await tables.people.all()) {
    if (key === part) continue;
    const { own, uploads, drafts } = await openWork(tables, key);
    if (own.length + uploads.length + drafts.length === 0) continue;
    counts.people += 1;
    counts.operations += own.length;
    counts.photos += uploads.length;
    counts.drafts += drafts.length;
  }
  return counts;
}

async function photoOf(database: Database, { entity, mime }: UploadRow): Promise<ZipEntry[]> {
  const photo = await database.read(['photos'], (tables) => tables.photos.get(entity));
  const name = `photos/${entity}.${mime.split('/')[1] ?? 'bin'}`;
  return photo ? [{ name, data: new Uint8Array(photo.data) }] : [];
}
