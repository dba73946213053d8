/** Archives of the map on this device: which are wanted, which are here, and what comes in now. */
import type { Uuid } from '../types/ids';

/** The whole country, or the detail around the sites of an action. */
export type MapName = 'base' | `pack-${Uuid}`;

/** What the server says of an archive (`GET …/maps/base`, `…/map-pack`). */
export interface ArchiveInfo {
  bytes: number;
  /** Hex. */
  sha256: string;
}

export interface KeptMap {
  name: MapName;
  /** Its name among the files of the map. */
  file: string;
}

/** `offline`: goes on when there is network; `full`: no room on the device; `broken`: came in otherwise than it was sent. */
export type MapProblem = 'offline' | 'full' | 'broken';

export interface MapsState {
  kept: KeptMap[];
  /** What is being fetched; bytes. */
  coming: { name: MapName; done: number; of: number } | null;
  problem: MapProblem | null;
}

export interface WantedMaps {
  names: MapName[];
  /** The key of the person for whom is asked (X-Glashelder-Person). */
  person: string;
}
