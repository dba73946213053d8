/**
 * Keys and indexes of the tables, step by step. Old code opens a newer database without an error (trap T6 of the web client's
 * notes), so a step only adds: no table, index or column is ever dropped, renamed or given another meaning.
 */
import type { TableName } from './rows';

export interface TableShape {
  key: readonly string[];
  indexes: readonly (readonly string[])[];
}

const FIRST = {
  own: {
    key: ['id'],
    indexes: [
      ['part', 'fate'],
      ['part'],
      ['part', 'dossier'],
      ['part', 'entity'],
      ['signer', 'scope'],
      ['state'],
    ],
  },
  batches: { key: ['signer', 'scope', 'n'], indexes: [['state'], ['part'], ['signer', 'scope'], ['hash']] },
  uploads: { key: ['entity'], indexes: [['part'], ['part', 'dossier'], ['state'], ['operation']] },
  photos: { key: ['entity'], indexes: [] },
  tus: { key: ['fingerprint'], indexes: [] },
  held: {
    key: ['part', 'scope', 'id'],
    indexes: [
      ['part', 'dossier'],
      ['part', 'entity'],
      ['part', 'id'],
      ['part', 'scope'],
      ['part', 'flag'],
    ],
  },
  documents: {
    key: ['part', 'scope', 'id'],
    indexes: [
      ['part', 'type'],
      ['part', 'scope'],
    ],
  },
  proofs: { key: ['part', 'scope', 'hash'], indexes: [['part', 'scope']] },
  authors: { key: ['part', 'id'], indexes: [['part']] },
  cursors: { key: ['part', 'scope'], indexes: [['part']] },
  releases: { key: ['operation'], indexes: [['scope']] },
  drafts: { key: ['part', 'key'], indexes: [['part'], ['part', 'dossier']] },
  signers: { key: ['id'], indexes: [['part']] },
  people: { key: ['key'], indexes: [] },
  lists: { key: ['agency', 'code', 'version'], indexes: [['agency']] },
  meta: { key: ['key'], indexes: [] },
} as const satisfies Record<TableName, TableShape>;

/** Version → the whole shape at that version. */
export const STEPS: readonly Record<TableName, TableShape>[] = [FIRST];
export const LATEST: Record<TableName, TableShape> = FIRST;
