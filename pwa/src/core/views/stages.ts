/** Where an item is, by proof alone: a receipt, a later list of the server, or neither. */
import { isFolded } from '../store/reading';
import type { BatchRow, OwnRow, UploadRow } from '../store/rows';
import type { Stage } from '../types/values';

/** Whether batches are on their way now, and which have met a refusal. */
export interface Sending {
  pushing: boolean;
  /** `signer|scope|n` of batches that the server refused or cut. */
  failed: ReadonlySet<string>;
}

const ORDER: readonly Stage[] = [
  'failed',
  'set-aside',
  'on-device',
  'sending',
  'on-server',
  'confirmed',
  'received',
];

export const batchKey = ({
  signer,
  scope,
  n,
}: Pick<BatchRow, 'signer' | 'scope'> & { n: number | null }): string => `${signer}|${scope}|${n ?? 0}`;

/** Of the text alone. */
export function stageOf(row: OwnRow, sending: Sending): Stage {
  if (!isFolded(row)) return 'set-aside';
  if (row.state === 'confirmed') return 'confirmed';
  if (row.state === 'received') return 'on-server';
  if (row.state === 'sealed' && sending.failed.has(batchKey(row))) return 'failed';
  return row.state === 'sealed' && sending.pushing ? 'sending' : 'on-device';
}

/** Of a photo's bytes. */
export function stageOfUpload(row: UploadRow): Stage {
  if (row.state === 'confirmed') return 'confirmed';
  if (row.state === 'safe') return 'on-server';
  if (row.problem !== null && row.problem.code !== 'network') return 'failed';
  return row.sent > 0 ? 'sending' : 'on-device';
}

/** The stage of several things together is that of the one that is furthest behind. */
export function together(...stages: Stage[]): Stage {
  return ORDER.find((stage) => stages.includes(stage)) ?? 'received';
}
