/** Checking what the server signed: receipts, releases, signers and their ends. */
import { verifiesText } from '../signer/keys';
import { fetchServerKeys } from '../signer/enrol';
import type { Signed } from '../operations/signed-texts';
import type { Ports } from './ports';
import { readMeta } from './meta';

/** Says whether the server signed `signed` with the key that its text names. */
export type ByServer = (signed: Signed, kid: string) => Promise<boolean>;

/** Keys are fetched once more when a text names one that is not known yet. */
export async function byServer({ store, send }: Ports): Promise<ByServer> {
  let keys = (await readMeta(store, 'keys')) ?? [];
  let fetched = false;
  return async ({ text, signature }, kid) => {
    if (!fetched && !keys.some((key) => key.kid === kid)) {
      keys = await fetchServerKeys(store, send);
      fetched = true;
    }
    const key = keys.find((one) => one.kid === kid)?.key;
    return key !== undefined && (await verifiesText(key, text, signature));
  };
}
