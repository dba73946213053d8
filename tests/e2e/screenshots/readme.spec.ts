/** The pictures of the README, made on the built site with the demo's own data: `make screenshots`. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { readyForOffline, signIn } from '../house/sign-in.ts'
import { openSite, ROOT } from '../house/site.ts'
import { DESKTOP, openTablet, PHONE } from '../house/tablet.ts'
import { answer, openList, openNextVisit, record } from '../house/visit.ts'
import { say, saying } from '../house/words.ts'

const FOLDER = join(ROOT, 'docs/pictures')
/** A greenhouse, drawn: the fake camera of the browser shows a green disc. */
const PHOTO = join(ROOT, 'tests/e2e/screenshots/photo.jpg')

/** Within a stone's throw of the first site of seeds/demo/sites.geojson. */
const FIRST_VISIT = { longitude: 4.2201, latitude: 51.9848, accuracy: 8 }

async function picture(page: Page, name: string): Promise<void> {
  await expect(page.getByText(saying('app_loading'))).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(400)
  await page.screenshot({ path: join(FOLDER, `${name}.png`) })
}

test('the pictures of the README', async () => {
  mkdirSync(FOLDER, { recursive: true })
  const site = await openSite()
  const tablet = await openTablet(site.origin)
  const desk = await openTablet(site.origin, { size: DESKTOP })
  try {
    const { page } = tablet
    await tablet.context.setGeolocation(FIRST_VISIT)
    await page.goto(`${site.origin}/sign-in`)
    await expect(page.getByRole('radio').first()).toBeAttached()
    await picture(page, 'sign-in-tablet')
    await signIn(page, site, 'nadia')
    await readyForOffline(page)
    await expect(page.locator('.hero')).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText(say('app_device_safe_title'))).toBeVisible({ timeout: 120_000 })
    await picture(page, 'today-tablet')
    await page.getByRole('button', { name: say('today_arrive') }).click()
    await expect(page).toHaveURL(/\/dossier\//)
    const { dossier } = await openNextVisit(page, site)
    await openList(page, site, dossier, 'BRW-BRAND')
    await answer(page, 'BRA-02', 'yes')
    await answer(page, 'BRA-01', 'no')
    await picture(page, 'checklist-tablet')
    await page.getByRole('button', { name: say('checklist_photo_and_record') }).click()
    await page.locator('input[type=file]').setInputFiles(PHOTO)
    await expect(page.getByText(saying('finding_original_kept'))).toBeVisible()
    await page
      .getByRole('textbox', { name: say('finding_text') })
      .fill('Pallet met dozen en een kar staan voor deur 3. Deur gaat 20 cm open')
    await picture(page, 'finding-tablet')
    await record(page)
    await page.goto(`${site.origin}/dossier/${dossier}`)
    await expect(page.getByText(/1 van 1 foto.s veilig/)).toBeVisible({ timeout: 60_000 })
    await picture(page, 'dossier-tablet')
    await page.goto(`${site.origin}/sync`)
    await expect(page.getByText(saying('sync_centre_all_confirmed'))).toBeVisible({ timeout: 120_000 })
    await picture(page, 'sync-tablet')
    await page.evaluate(() => (document.documentElement.dataset['mode'] = 'sun'))
    await page.setViewportSize(PHONE)
    await openList(page, site, dossier, 'BRW-BRAND')
    await page.evaluate(() => (document.documentElement.dataset['mode'] = 'sun'))
    await picture(page, 'checklist-phone-sun')

    await signIn(desk.page, site, 'leo')
    await desk.page.goto(`${site.origin}/inbox`)
    await expect(desk.page.getByRole('row').nth(1)).toBeVisible({ timeout: 60_000 })
    await picture(desk.page, 'inbox-desktop')
    await desk.page.locator('main a[href^="/inbox/"]').first().click()
    await expect(desk.page.getByRole('heading', { level: 1 })).toContainText(':')
    await picture(desk.page, 'follow-up-desktop')
  } finally {
    await Promise.all([tablet.close(), desk.close()])
    await site.close()
  }
})
