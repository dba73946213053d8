/** Who records here now: the current person, the key of that person on this device, and the clock. */
import { offsetOf, type ClockMark } from '../clock/clock';
import { encode } from '../operations/base64url';
import { uuid7 } from '../operations/uuids';
import { agencyOf } from '../store/reading';
import type { SignerRow } from '../store/rows';
import type { Device } from './device';
import { RecordError } from './error';
import type { Author } from './operations';

/** Throws RecordError: `other-tab`, `nobody`, `no-signer`. */
export async function currentAuthor(device: Device): Promise<Author> {
  if (!device.isActive()) throw new RecordError('other-tab', 'another tab is the active one: go on there');
  const { part, signer, mark } = await device.database.read(
    ['meta', 'signers'],
    async ({ meta, signers }) => {
      const current = (await meta.get('current'))?.value as string | undefined;
      const rows = current === undefined ? [] : await signers.by('part', current);
      return {
        part: current,
        signer: rows.sort(byUse)[0],
        mark: (await meta.get('clock'))?.value as ClockMark | undefined,
      };
    },
  );
  if (part === undefined) throw new RecordError('nobody', 'sign in first');
  if (signer === undefined)
    throw new RecordError('no-signer', 'connect once, so that the server knows the key of this device');
  const { device: now } = device.clock();
  return {
    part,
    agency: agencyOf(part),
    signer: signer.id,
    now,
    offset: offsetOf(mark ?? null),
    newId: () => uuid7(now, device.random(10)),
    salt: () => encode(device.random(16)),
  };
}

/**
 * The active one, else the newest: one that forked or ended still writes, for what it writes is kept and set aside, which
 * is better than lost.
 */
function byUse(one: SignerRow, other: SignerRow): number {
  return (
    Number(other.state === 'active') - Number(one.state === 'active') || (one.from < other.from ? 1 : -1)
  );
}
