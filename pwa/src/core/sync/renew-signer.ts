/** A signer that forked or ended gets a successor, so that work can go on; what was set aside is written again by its author. */
import { uuid7 } from '../operations/uuids';
import { ensureSigner } from '../signer/enrol';
import type { Ports } from './ports';

export async function renewSigner({ store, send, now, bytes }: Ports, part: string): Promise<void> {
  const rows = await store.read(['signers'], ({ signers }) => signers.by('part', part));
  if (rows.length === 0 || rows.some(({ state }) => state === 'active')) return;
  await ensureSigner(store, send, part, () => uuid7(now().device, bytes(10)));
}
