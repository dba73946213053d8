/** Photos for screens. */
import { store } from '../runtime';
import type { Uuid } from '../types';

/** The original where it is on this device, else null: show `previewUrl` then. */
export async function photo(entity: Uuid): Promise<Blob | null> {
  return store().read(['photos', 'uploads'], async ({ photos, uploads }) => {
    const row = await photos.get(entity);
    const mime = (await uploads.get(entity))?.mime;
    return row === undefined ? null : new Blob([row.data], mime === undefined ? {} : { type: mime });
  });
}

/** The server's preview, without EXIF; needs network. */
export const previewUrl = (entity: Uuid): string => `/api/v1/evidence/${entity}/preview`;
