/** What is stored on a tablet, read in the page beside the app; and a watch on how durably it is written. */
import type { BrowserContext, Page } from '@playwright/test'

type Watched = { strict: number; relaxed: string[] }

/** Count every writing transaction by its durability, in the page and in its workers, from now on. */
export async function watchDurability(context: BrowserContext): Promise<void> {
  await context.addInitScript(watch)
  const follow = (page: Page) => page.on('worker', (worker) => void worker.evaluate(watch).catch(() => undefined))
  for (const page of context.pages()) follow(page)
  context.on('page', follow)
}

function watch(): void {
  const scope = globalThis as unknown as { watchedDurability?: Watched }
  if (scope.watchedDurability) return
  const watched: Watched = { strict: 0, relaxed: [] }
  scope.watchedDurability = watched
  const real = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    const made = real.call(this, names, mode, options)
    if (mode === 'readwrite') {
      if (made.durability === 'strict') watched.strict += 1
      else watched.relaxed.push(`${this.name}: ${[names].flat().join(', ')} (${made.durability})`)
    }
    return made
  }
}

/** Page and workers together. */
export async function durability(page: Page): Promise<Watched & { workers: number }> {
  const read = () => (globalThis as unknown as { watchedDurability?: Watched }).watchedDurability
  const all = await Promise.all([page.evaluate(read), ...page.workers().map((worker) => worker.evaluate(read))])
  return {
    strict: all.reduce((sum, one) => sum + (one?.strict ?? 0), 0),
    relaxed: all.flatMap((one) => one?.relaxed ?? []),
    workers: all.slice(1).reduce((sum, one) => sum + (one?.strict ?? 0), 0),
  }
}

/** How many rows each store of the app's database holds. */
export function stores(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const counts: Record<string, number> = {}
    for (const { name } of await indexedDB.databases()) {
      const database = await wait(indexedDB.open(name ?? ''))
      for (const store of database.objectStoreNames) {
        counts[store] = await wait(database.transaction(store).objectStore(store).count())
      }
      database.close()
    }
    return counts
  })
}
