/**
 * Durability: "on this device" is said at the end of a transaction that is on the disk. A killed browser loses
 * nothing in any mode, so a kill cannot tell; each write is asked how it was made.
 */
import { expect, test } from '@playwright/test'
import { signIn } from './house/sign-in.ts'
import { openSite } from './house/site.ts'
import { durability, watchDurability } from './house/store.ts'
import { openTablet } from './house/tablet.ts'
import { answer, freeFinding, openList, openNextVisit } from './house/visit.ts'

test('every write of page and workers is strict, from sign-in to the photo on the server', async () => {
  const site = await openSite()
  const tablet = await openTablet(site.origin)
  try {
    await watchDurability(tablet.context)
    const { page } = tablet
    await signIn(page, site, 'nadia')
    const { dossier } = await openNextVisit(page, site)
    await openList(page, site, dossier, 'BRW-BRAND')
    await answer(page, 'BRA-01', 'no')
    const whileAnswering = await durability(page)
    expect(whileAnswering.strict).toBeGreaterThan(0)
    expect(whileAnswering.relaxed).toEqual([])

    await freeFinding(page, site, dossier, 'Losse kabels')
    await expect(page.getByText(/van 1 foto.s veilig op server/)).toContainText('1 van 1', { timeout: 60_000 })
    const afterSending = await durability(page)
    expect(afterSending.relaxed).toEqual([])
    expect(afterSending.strict).toBeGreaterThan(2)
    expect(tablet.violations).toEqual([])
    expect(tablet.errors).toEqual([])
  } finally {
    await tablet.close()
    await site.close()
  }
})
