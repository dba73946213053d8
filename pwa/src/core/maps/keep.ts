/**
 * Bringing archives of the map onto the device: in parts that resume where they broke off, checked before they count, the
 * older version there until the newer one is whole.
 */
import type { ArchiveInfo, KeptMap, MapName } from './types';

/** A folder of files, on the device or in a test. */
export interface Shelf {
  list: () => Promise<string[]>;
  /** 0 for a file that is not there. */
  size: (file: string) => Promise<number>;
  /** Adds at the end, durably. Throws QuotaExceededError. */
  append: (file: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Hex. */
  sha256: (file: string) => Promise<string>;
  rename: (from: string, to: string) => Promise<void>;
  remove: (file: string) => Promise<void>;
}

export interface Source {
  /** Null: the server has no such map. */
  info: (name: MapName) => Promise<ArchiveInfo | null>;
  /** The bytes from `first` on, as many as the server gives in one part; fewer only at the end. */
  part: (name: MapName, first: number, sha256: string) => Promise<Uint8Array<ArrayBuffer>>;
}

/** An archive came in otherwise than the server said that it is. */
export class Broken extends Error {}

const WHOLE = '.pmtiles';
const PART = '.part';

/** Fetches `name` unless this very version is here. `told` hears how far it is. */
export async function keep(
  name: MapName,
  shelf: Shelf,
  source: Source,
  told: (done: number, of: number) => void,
): Promise<void> {
  const info = await source.info(name);
  if (info === null) return forget(name, shelf);
  const whole = fileOf(name, info.sha256, WHOLE);
  const files = await shelf.list();
  if (!files.includes(whole)) {
    const part = fileOf(name, info.sha256, PART);
    await fetchWhole(name, info, part, shelf, source, told);
    await shelf.rename(part, whole);
  }
  for (const other of files)
    if (isOf(name, other) && other !== whole) await shelf.remove(other).catch(() => undefined);
}

/** Takes away what is kept of this map. */
export async function forget(name: MapName, shelf: Shelf): Promise<void> {
  for (const file of await shelf.list()) if (isOf(name, file)) await shelf.remove(file);
}

/** The archives that are whole, of all files of the shelf. */
export function keptOf(files: readonly string[]): KeptMap[] {
  return files
    .filter((file) => file.endsWith(WHOLE))
    .map((file) => ({ name: file.slice(0, file.indexOf('.')) as MapName, file }));
}

async function fetchWhole(
  name: MapName,
  { bytes, sha256 }: ArchiveInfo,
  part: string,
  shelf: Shelf,
  source: Source,
  told: (done: number, of: number) => void,
): Promise<void> {
  let done = await shelf.size(part);
  while (done < bytes) {
    told(done, bytes);
    const more = await source.part(name, done, sha256);
    if (more.byteLength === 0) break;
    await shelf.append(part, more);
    done += more.byteLength;
  }
  if (done !== bytes || (await shelf.sha256(part)) !== sha256) {
    await shelf.remove(part);
    throw new Broken(`${name}: ${String(done)} of ${String(bytes)} bytes, or others than were meant`);
  }
}

const fileOf = (name: MapName, sha256: string, ending: string) => `${name}.${sha256.slice(0, 16)}${ending}`;
const isOf = (name: MapName, file: string) => file.startsWith(`${name}.`);
