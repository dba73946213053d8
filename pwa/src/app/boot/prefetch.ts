/** After the first screen: fetch what the next taps need, so that none waits for code; the service worker keeps the rest. */
import { readyToRecord } from '$core';
import { loadScreen } from '../screens';

const NEXT = ['dossier', 'checklist', 'newFinding'] as const;

/** A browser without idle time tells nothing of it: then soon. On a busy one it may not wait for ever. */
const SOON_MS = 1_000;
const LATEST_MS = 10_000;

export function prefetchSoon(): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(() => void prefetch(), { timeout: LATEST_MS });
  else setTimeout(() => void prefetch(), SOON_MS);
}

async function prefetch(): Promise<void> {
  // One after another: the first screen may still be asking the server. What fails is fetched when it is needed.
  try {
    await readyToRecord();
    for (const name of NEXT) await loadScreen(name);
  } catch {
    return;
  }
}
