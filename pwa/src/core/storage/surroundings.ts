/** What the browser tells of signal and storage. */
import type { Surroundings } from '../views/status';

let full = false;

/** A write found no room; stays so until something was written again. True when that is news. */
export function noticeRoom(isFull: boolean): boolean {
  const news = full !== isFull;
  full = isFull;
  return news;
}

export async function surroundings(): Promise<Omit<Surroundings, 'otherTab'>> {
  const { storage } = navigator;
  const [estimate, persisted] = await Promise.all([
    storage.estimate().catch(() => null),
    storage.persisted().catch(() => null),
  ]);
  const { usage, quota } = estimate ?? {};
  return {
    online: navigator.onLine,
    persisted,
    usedBytes: usage ?? null,
    // In Chromium the quota is always what is used plus 10 GiB: shown as "free" only where it says something.
    freeBytes:
      usage === undefined || quota === undefined || quota - usage === 10 * 2 ** 30 ? null : quota - usage,
    full,
  };
}
