/** 5. A new app version is deployed while drafts are open: offline before and after. */
import { expect, test } from '@playwright/test'
import { readyForOffline, signIn } from './house/sign-in.ts'
import { buildNextVersion, openSite } from './house/site.ts'
import { openTablet } from './house/tablet.ts'
import { answer, openList, openNextVisit, shoot } from './house/visit.ts'
import { say } from './house/words.ts'

test('drafts, answers and photos are there before and after an update, with and without network', async () => {
  const [site, next] = await Promise.all([openSite(), buildNextVersion()])
  const tablet = await openTablet(site.origin)
  let { page } = tablet
  try {
    await signIn(page, site, 'nadia')
    await readyForOffline(page)
    const { dossier } = await openNextVisit(page, site)
    await openList(page, site, dossier, 'BRW-BRAND')
    await answer(page, 'BRA-01', 'yes')
    await page.goto(`${site.origin}/dossier/${dossier}/finding/new`)
    await shoot(page)
    await page.getByRole('textbox', { name: say('finding_text') }).fill('Half geschreven en nog niet')

    await site.deploy(next)
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
    await page.waitForFunction(async () => Boolean((await navigator.serviceWorker.ready).waiting), undefined, { timeout: 60_000 })
    // Open work is not thrown out: the old version goes on until the person chooses.
    await expect(page.getByRole('textbox', { name: say('finding_text') })).toHaveValue('Half geschreven en nog niet')

    // Offline before the change-over: a cold start of the old version from its own cache.
    await tablet.offline(true)
    await page.reload()
    await expect(page).toHaveTitle(/· Glashelder$/)
    await expect(page.getByRole('textbox', { name: say('finding_text') })).toHaveValue('Half geschreven en nog niet')
    await tablet.offline(false)

    // A tab in the middle of something holds it up, also when another tab asks; when that one is put away it is used.
    const other = await tablet.context.newPage()
    await other.goto(`${site.origin}/`)
    await expect(other.getByText(say('app_update_held'))).toBeVisible()
    await other.getByRole('button', { name: say('app_update_now') }).click()
    await expect(other.getByText(say('app_update_held'))).toBeVisible()
    await expect(other).toHaveTitle(/· Glashelder$/)
    await expect(page.getByRole('textbox', { name: say('finding_text') })).toHaveValue('Half geschreven en nog niet')
    await page.close()
    page = other
    await page.getByRole('button', { name: say('app_update_now') }).click()
    await expect(page).toHaveTitle(/· Glashelder 2$/)

    // Offline after it: the new version opens without network, with everything.
    await tablet.offline(true)
    await page.goto(`${site.origin}/dossier/${dossier}/finding/new`)
    await expect(page).toHaveTitle(/· Glashelder 2$/)
    await expect(page.getByText(say('finding_resumed'))).toBeVisible()
    await expect(page.getByRole('textbox', { name: say('finding_text') })).toHaveValue('Half geschreven en nog niet')
    await expect(page.getByRole('list', { name: say('finding_photos') }).getByRole('img', { includeHidden: true })).toHaveCount(1)
    await openList(page, site, dossier, 'BRW-BRAND')
    await answer(page, 'BRA-02', 'yes')
    expect(tablet.errors).toEqual([])
  } finally {
    await tablet.close()
    await site.close()
  }
})
