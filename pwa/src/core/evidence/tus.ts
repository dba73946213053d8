/** Sending a photo's bytes by tus, resumed where it broke off. It proves nothing: only the photo receipt does. */
import { DetailedError, Upload, type PreviousUpload, type UploadOptions } from 'tus-js-client';
import { fingerprintOf } from '../recording/photo';
import type { Database } from '../store/database';
import type { UploadRow } from '../store/rows';
import type { Ports } from '../sync/ports';
import { PERSON } from '../transport/fetch';
import { NetworkError, Refused } from '../transport/send';

/** What a cut connection or a refusal is in the words of the core. */
export type SendBytes = Ports['upload'];

/** `endpoint`: address of /evidence-uploads. `more`: for tests outside a browser. */
export function tusUpload(store: Database, endpoint: string, more: Partial<UploadOptions> = {}): SendBytes {
  return async (photo, progress, person) => {
    const row = await store.read(['photos'], ({ photos }) => photos.get(photo.entity));
    if (row === undefined) throw new Error(`the bytes of photo ${photo.entity} are not on this device`);
    const headers: Record<string, string> = person === undefined ? {} : { [PERSON]: person };
    await send(new Blob([row.data]), photo, store, endpoint, progress, {
      ...more,
      headers: { ...headers, ...more.headers },
    });
  };
}

function send(
  bytes: Blob,
  photo: UploadRow,
  store: Database,
  endpoint: string,
  progress: (sent: number) => void,
  more: Partial<UploadOptions>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(bytes, {
      endpoint,
      metadata: { id: photo.entity },
      uploadSize: photo.bytes,
      // Tried before, or offered again: it may be there in part or whole, and the server knows how far. It is asked
      // at the one address that this evidence has; where it has nothing, the upload begins there.
      uploadUrl: photo.tries > 0 ? `${endpoint}/${photo.entity}` : null,
      // The default is size and type: a second photo of equal size would "succeed" with 0 bytes sent (trap T1).
      fingerprint: () => Promise.resolve(fingerprintOf(photo)),
      urlStorage: urlStorage(store),
      removeFingerprintOnSuccess: true,
      // The engine owns retrying: tus gives up while offline (trap T2).
      retryDelays: null,
      onProgress: progress,
      onSuccess: () => resolve(),
      onError: (error) => reject(failureOf(error)),
      ...more,
      headers: { 'X-Requested-With': 'glashelder', ...more.headers },
    });
    upload
      .findPreviousUploads()
      .then(([previous]) => {
        if (previous) upload.resumeFromPreviousUpload(previous);
        upload.start();
      })
      .catch(reject);
  });
}

/** Addresses of uploads under way, in the database: workers have no localStorage. */
function urlStorage(store: Database): NonNullable<UploadOptions['urlStorage']> {
  const previous = (fingerprint: string, url: string, created: string): PreviousUpload => ({
    size: null,
    metadata: {},
    creationTime: created,
    urlStorageKey: fingerprint,
    uploadUrl: url,
    parallelUploadUrls: null,
  });
  return {
    findAllUploads: async () => {
      const rows = await store.read(['tus'], ({ tus }) => tus.all());
      return rows.map(({ fingerprint, url, created }) => previous(fingerprint, url, created));
    },
    findUploadsByFingerprint: async (fingerprint) => {
      const row = await store.read(['tus'], ({ tus }) => tus.get(fingerprint));
      return row === undefined ? [] : [previous(fingerprint, row.url, row.created)];
    },
    removeUpload: (fingerprint) => store.write(['tus'], ({ tus }) => tus.delete(fingerprint)),
    addUpload: async (fingerprint, upload) => {
      const row = { fingerprint, url: upload.uploadUrl ?? '', created: upload.creationTime };
      await store.write(['tus'], ({ tus }) => tus.put(row));
      return fingerprint;
    },
  };
}

function failureOf(error: Error): Error {
  const answer = error instanceof DetailedError ? error.originalResponse : null;
  if (!answer || answer.getStatus() === 0) return new NetworkError('the upload broke off', { cause: error });
  const wait = Number(answer.getHeader('Retry-After') ?? Number.NaN);
  return new Refused({
    status: answer.getStatus(),
    body: parsed(answer.getBody()),
    date: null,
    retryAfter: Number.isNaN(wait) ? null : wait,
  });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return null;
  }
}
