/** Starting the core in a tab: the store, the tab's turn, sending, and the drafts that nobody finished. */
import { freezeRested } from './recording/door';
import { startCore as start } from './runtime';

/** So often what lies still is looked at; a draft that lay so long belongs to a tab that is gone. */
const MINUTE_MS = 60_000;

/** Once, in `main.ts`. Resolves when the store is open and the tab's turn is known. */
export async function startCore(): Promise<void> {
  await start();
  setInterval(() => void freezeRested(MINUTE_MS).catch(() => undefined), MINUTE_MS);
}
