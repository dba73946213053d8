/** The plain names that every other type is written in. */

/** Lower case, with hyphens. */
export type Uuid = string;

/** SHA-256 of an operation's head, base64url without padding, 43 characters. */
export type OperationId = string;

/** SHA-256 of anything else, spelled as an operation's id. */
export type Digest = string;

/** UTC with three decimals and `Z`: `2026-11-25T10:00:00.000Z`. */
export type Instant = string;

/** A scope's name as docs/format.md § 4 writes it: `joint:<dossier>`, `agency:<dossier>:<agency>` … */
export type ScopeName = string;

/** WGS 84; decimal strings in shortest form, accuracy in metres or null when unknown. */
export interface Place {
  lon: string;
  lat: string;
  accuracy: string | null;
}

export type DataClass = 'team' | 'agency' | 'wpg' | 'fiscal' | 'victim' | 'signal' | 'private_shared';

export type Severity = 'minor' | 'moderate' | 'serious' | 'critical';

/** A text in both languages of the screens. */
export interface Words {
  nl: string;
  en: string;
}
