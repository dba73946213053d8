/**
 * Power cut: the disk's state is taken at the very moment the screen says "kept", and opened again. What a kill
 * of the browser cannot tell (the system still writes its memory to disk then), this does.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { makeDisk, noDisk } from './house/disk.ts'
import { readyForOffline, signIn } from './house/sign-in.ts'
import { openSite } from './house/site.ts'
import { openTablet } from './house/tablet.ts'
import { answer, expectAnswer, openList, openNextVisit, record, shoot } from './house/visit.ts'
import { say } from './house/words.ts'

const SLATE = 'e2e-slate'

/** A database of the test's own beside the app's: what a careless app would have written is written there. */
function onSlate<T>(page: Page, work: 'make' | 'write' | 'count'): Promise<T> {
  return page.evaluate(
    async ([name, what]) => {
      const wait = <R>(request: IDBRequest<R>) =>
        new Promise<R>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
      const opening = indexedDB.open(name, 1)
      opening.onupgradeneeded = () => opening.result.createObjectStore('rows')
      const database = await wait(opening)
      const mode = what === 'write' ? 'readwrite' : 'readonly'
      const transaction = database.transaction('rows', mode, { durability: 'relaxed' })
      const ended = new Promise((resolve) => (transaction.oncomplete = resolve))
      const rows = transaction.objectStore('rows')
      const told = what === 'write' ? await wait(rows.put('kept?', 1)) : await wait(rows.count())
      await ended
      database.close()
      return told as T
    },
    [SLATE, work] as const,
  )
}
const makeSlate = (page: Page) => onSlate(page, 'make')
const writeRelaxed = (page: Page) => onSlate(page, 'write')
const readSlate = (page: Page) => onSlate<number>(page, 'count')

const reason = noDisk()
test.skip(reason !== null, reason ?? '')

test('answers and photos that the screen called kept are there after the power failed', async () => {
  const site = await openSite()
  const disk = makeDisk()
  const before = await openTablet(site.origin, { profile: join(disk.path, 'profile') })
  try {
    const { page } = before
    await signIn(page, site, 'nadia')
    await readyForOffline(page)
    const { dossier } = await openNextVisit(page, site)
    await openList(page, site, dossier, 'BRW-BRAND')
    await makeSlate(page)
    await before.offline(true)
    disk.settle() // the app came in the morning; what follows rests on its own writes
    await page.goto(`${site.origin}/dossier/${dossier}/finding/new`)
    await shoot(page)
    await page.getByRole('textbox', { name: say('finding_title') }).fill('Losse kabels')
    await record(page)
    await openList(page, site, dossier, 'BRW-BRAND')
    const codes = ['BRA-01', 'BRA-02', 'BRA-03', 'BRA-05']
    for (const code of codes) await answer(page, code, 'yes')
    await writeRelaxed(page)
    before.freeze() // the last answer was said to be kept a moment ago

    const after = disk.copyAsAfterPowerCut()
    await before.kill()
    for (const lock of ['SingletonLock', 'SingletonSocket', 'SingletonCookie']) rmSync(join(after.path, 'profile', lock), { force: true })
    const again = await openTablet(site.origin, { profile: join(after.path, 'profile'), offline: true })
    try {
      await openList(again.page, site, dossier, 'BRW-BRAND')
      expect(await readSlate(again.page), 'a write that did not wait for the disk is lost: the cut was a real one').toBe(0)
      for (const code of codes) await expectAnswer(again.page, code, 'yes')
      await again.page.goto(`${site.origin}/dossier/${dossier}`)
      await expect(again.page.getByText('Losse kabels').first()).toBeVisible()
      await again.offline(false)
      await signIn(again.page, site, 'nadia', `/dossier/${dossier}`)
      await expect(again.page.getByText(/1 van 1 foto.s veilig/)).toBeVisible({ timeout: 90_000 })
    } finally {
      await again.kill()
      after.unmount()
    }
  } finally {
    await before.kill()
    disk.unmount()
    await site.close()
  }
})
