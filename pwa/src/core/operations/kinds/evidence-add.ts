/** Names a photo or drawing by its hash before its bytes are sent. */
import { isDrawn, whole, withdrawal, type KindRules } from './kind';

export interface EvidenceAddFields {
  subject: string;
  sha256: string;
  bytes: number;
  mime: 'image/jpeg' | 'image/png' | 'image/webp';
  taken_at: string;
  original?: string | null;
  role?: 'photo' | 'drawing' | 'redacted' | 'signature';
  caption?: string | null;
  room?: string | null;
}

export const evidenceAdd: KindRules = {
  kind: 'evidence.add',
  family: 'evidence',
  register: whole,
  entity: isDrawn,
  resolvable: false,
  undo: withdrawal,
};
