/** Asking the browser to keep what is stored. */
import { changed } from '../runtime';

/**
 * Ask for persistent storage. Never await it before the first screen: Firefox asks the user (trap T8).
 * Resolves with what the browser granted.
 */
export async function askPersistence(): Promise<boolean> {
  // Only pages have it; this file is also read with the types of a worker.
  const storage = navigator.storage as StorageManager & { persist: () => Promise<boolean> };
  const granted = await storage.persist();
  changed();
  return granted;
}
