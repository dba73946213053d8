/** The emergency export: own work that is not confirmed, as it is stored, for a server or a person to read elsewhere. */
import type { OperationTexts } from '../operations/operation';
import type { Database } from '../store/database';
import { open } from '../store/sealing';
import { zipOf, type ZipEntry } from './zip';

const LINE = new TextEncoder();

export async function makeExport(database: Database): Promise<Blob> {
  const rows = await database.read(['own', 'batches', 'signers', 'uploads'], async (tables) => ({
    own: (await tables.own.all()).filter(({ state }) => state !== 'confirmed'),
    batches: (await tables.batches.all()).filter(({ state }) => state !== 'confirmed'),
    signers: await tables.signers.all(),
    uploads: (await tables.uploads.all()).filter(({ state }) => state !== 'confirmed'),
  }));
  const texts = await Promise.all(rows.own.map(({ body }) => open<OperationTexts>(body)));
  const operations = rows.own.map(({ id, scope, signer, n }, i) => ({ id, scope, signer, n, ...texts[i] }));
  const batches = rows.batches.map(({ signer, scope, n, text, signature }) => ({
    signer,
    scope,
    n,
    text,
    signature,
  }));
  const signers = rows.signers.map(({ id, text, signature }) => ({ id, text, signature }));
  const photos = rows.uploads.map(({ entity, sha256, bytes, mime, takenAt }) => ({
    entity,
    sha256,
    bytes,
    mime,
    takenAt,
  }));
  const index = { format: 'glashelder-export-1', signers, batches, operations, photos };
  const entries: ZipEntry[] = [{ name: 'index.json', data: LINE.encode(JSON.stringify(index, null, 1)) }];
  for (const { entity, mime } of rows.uploads) {
    const photo = await database.read(['photos'], (tables) => tables.photos.get(entity));
    if (photo)
      entries.push({
        name: `photos/${entity}.${mime.split('/')[1] ?? 'bin'}`,
        data: new Uint8Array(photo.data),
      });
  }
  return zipOf(entries);
}
