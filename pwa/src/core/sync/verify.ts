/**
 * What is received is verified before it is folded: the server's word on each signer, the author's signature on each batch,
 * and that each operation is one of those that its batch signs (docs/format.md § 7).
 */
import { hashText } from '../operations/digests';
import { VersionUnknown } from '../operations/heads';
import { readOperation, type ReadOperation } from '../operations/operation';
import { parseScope } from '../operations/scopes';
import {
  readBatch,
  readSigner,
  readSignerEnd,
  type BatchText,
  type Signed,
} from '../operations/signed-texts';
import { TextRefused } from '../operations/texts';
import { verifiesText } from '../signer/keys';
import type { AuthorRow, ProofRow } from '../store/rows';
import type { Digest, ScopeName, Uuid } from '../types/ids';
import type { OperationEntry } from './page';
import type { ByServer } from './server-keys';

export type Authors = ReadonlyMap<Uuid, AuthorRow>;
/** Batches that verified, by hash. */
export type Proofs = ReadonlyMap<Digest, BatchText>;

/** Signers that the server vouches for; any other is left out, and so is what it signed. */
export async function verifySigners(
  part: string,
  told: readonly (Signed & { end?: Signed | null })[],
  verify: ByServer,
): Promise<AuthorRow[]> {
  const rows: AuthorRow[] = [];
  for (const { text, signature, end } of told) {
    const signer = attempt(() => readSigner(text));
    if (signer === null || !(await verify({ text, signature }, signer.kid))) continue;
    const { id, member, agency, device, key } = signer;
    const ended = end ? attempt(() => readSignerEnd(end.text)) : null;
    const valid = end && ended?.id === id && (await verify(end, ended.kid));
    rows.push({ part, id, member, agency, device, key, text, signature, end: valid ? end : null });
  }
  return rows;
}

/** Batches of one scope whose author's signature verifies. */
export async function verifyBatches(
  part: string,
  scope: ScopeName,
  told: readonly Signed[],
  authors: Authors,
): Promise<ProofRow[]> {
  const rows: ProofRow[] = [];
  for (const { text, signature } of told) {
    const batch = attempt(() => readBatch(text));
    const author = batch && authors.get(batch.signer);
    if (!batch || !author || batch.scope !== scope) continue;
    if (!(await verifiesText(author.key, text, signature))) continue;
    rows.push({ part, scope, hash: hashText(text), signer: batch.signer, n: batch.n, text, signature });
  }
  return rows;
}

export type Verified = { operation: ReadOperation; author: AuthorRow } | { bad: string };

/** Whether an operation is what its author signed, for this scope. */
export function verifyOperation(
  entry: OperationEntry,
  scope: ScopeName,
  proofs: Proofs,
  authors: Authors,
): Verified {
  const batch = proofs.get(entry.batch);
  if (batch === undefined) return { bad: 'batch' };
  const author = authors.get(batch.signer);
  if (author === undefined) return { bad: 'signer' };
  try {
    const operation = readOperation(entry);
    if (operation.id !== entry.put || !batch.operations.includes(operation.id)) return { bad: 'not-signed' };
    if (operation.signer !== batch.signer) return { bad: 'signer' };
    if (operation.dossier !== parseScope(scope)?.dossier) return { bad: 'dossier' };
    return { operation, author };
  } catch (error) {
    if (error instanceof VersionUnknown) return { bad: 'version_unknown' };
    if (error instanceof TextRefused) return { bad: 'text' };
    throw error;
  }
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof TextRefused) return null;
    throw error;
  }
}
