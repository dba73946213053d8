/** Where each own item is: the rows of the sync centre. */
import type { Digest, Instant, OperationId, ScopeName, Uuid } from './ids';
import type { Stage } from './values';

export interface Problem {
  /** Code of the server's problem+json, or `network`, `timeout`, `quota`, `receipt-invalid`. */
  code: string;
  detail: string | null;
  at: Instant;
}

export interface ReceiptView {
  batch: Digest;
  n: number;
  scope: ScopeName;
  received: Instant;
  kid: string;
  signature: string;
  text: string;
}

export interface OutboxItem {
  id: OperationId;
  dossier: Uuid;
  dossierLabel: string;
  entity: Uuid;
  kind: string;
  /** For the item's title: question, list, rule, first words of a text. */
  details: Record<string, string>;
  recorded: Instant;
  /** Author when it is not the present person: only the number of such items is shown by name. */
  own: boolean;
  stage: Stage;
  /** Fate's reason when set aside: `schema`, `not_assigned`, … */
  reason: string | null;
  released: Instant | null;
  /** A later operation that took its place (re-issue). */
  reissuedBy: OperationId | null;
  /** Its author took it back; what was set aside then waits for nobody. */
  withdrawn: boolean;
  text: { bytes: number };
  photo: {
    entity: Uuid;
    bytes: number;
    sent: number;
    state: 'waits' | 'sending' | 'safe' | 'failed';
    receipt: string | null;
  } | null;
  problem: Problem | null;
  nextTry: Instant | null;
  receipt: ReceiptView | null;
  confirmedAt: Instant | null;
}

export interface OutboxView {
  items: OutboxItem[];
  counts: { onDevice: number; sending: number; onServer: number; confirmed: number; attention: number };
  /** Of other people who used this device; their items are counted, never shown. */
  others: { name: string; waiting: number }[];
  bytesWaiting: number;
  /** When the last item became confirmed, if all are. */
  allConfirmedAt: Instant | null;
}
