/** Names a photo or drawing by its hash before its bytes are sent. */
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
