/** The photos of this finding: each is stored at the shutter, before any form, and shown from memory while one works. */
import { thisMoment } from './camera';
import { keepPhoto, type PhotoToKeep } from '$core';

export interface Shot {
  entity: string;
  blob: Blob;
  url: string;
  takenAt: string;
  sha256: string;
  /** Drawn copies made of it, the last one is shown. */
  copyOf: string | null;
}

export class Roll {
  shots = $state.raw<Shot[]>([]);
  /** The entity of the photo that is shown large; null shows the camera. */
  chosen = $state<string | null>(null);
  saving = $state(0);

  readonly #dossier: () => string;

  constructor(dossier: () => string) {
    this.#dossier = dossier;
  }

  get current(): Shot | null {
    return this.shots.find((shot) => shot.entity === this.chosen) ?? null;
  }

  /** Keep the bytes on this device, durably, then show them. Rejects with a RecordError when that failed. */
  async keep(photo: PhotoToKeep): Promise<Shot> {
    this.saving += 1;
    try {
      const entity = await keepPhoto(this.#dossier(), photo);
      const takenAt = photo.takenAt ?? thisMoment();
      return this.show(entity, photo.bytes, takenAt, await fingerprint(photo.bytes), photo.original ?? null);
    } finally {
      this.saving -= 1;
    }
  }

  /** Take up a photo that is on this device already ("Later"). */
  async takeUp(entity: string, blob: Blob, takenAt: string): Promise<void> {
    this.show(entity, blob, takenAt, await fingerprint(blob), null);
  }

  /** Leave a photo out of this finding; it stays loose in the dossier. */
  leaveOut(entity: string): void {
    this.shots = this.shots.filter((shot) => shot.entity !== entity);
    if (this.chosen === entity) this.chosen = this.shots.at(-1)?.entity ?? null;
  }

  forget(): void {
    for (const shot of this.shots) URL.revokeObjectURL(shot.url);
    this.shots = [];
    this.chosen = null;
  }

  private show(entity: string, blob: Blob, takenAt: string, sha256: string, copyOf: string | null): Shot {
    const known = this.shots.find((shot) => shot.entity === entity);
    if (known) return known;
    const shot = { entity, blob, url: URL.createObjectURL(blob), takenAt, sha256, copyOf };
    this.shots = [...this.shots, shot];
    this.chosen = entity;
    return shot;
  }
}

/** SHA-256 in hexadecimal, for the eye; the record has its own from the same bytes. */
async function fingerprint(blob: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** `9f3c 7a1e … 04e1` */
export function shortHash(sha256: string): string {
  return `${sha256.slice(0, 4)} ${sha256.slice(4, 8)} … ${sha256.slice(-4)}`;
}
