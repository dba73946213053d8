/** Signing in as one of the cast, as a person does it. */
import { expect, type Page } from '@playwright/test'
import { type Person, people } from './people.ts'
import type { Site } from './site.ts'
import { say } from './words.ts'

export async function signIn(page: Page, site: Site, who: Person, address = '/'): Promise<void> {
  const { name } = people[who]
  await page.goto(`${site.origin}/sign-in?to=${encodeURIComponent(address)}`)
  await page.getByRole('radio', { name }).check({ force: true })
  await page.getByRole('button', { name: say('sign_in_go_as', { name }) }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}

/** The service worker has everything: from here on the app opens without network. */
export async function readyForOffline(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 30_000 })
}

/** Another person goes on with this tablet, signing the first one out. */
export async function changePerson(page: Page, site: Site, who: Person): Promise<void> {
  await page.goto(`${site.origin}/device`)
  await page.getByRole('button', { name: say('app_device_sign_out') }).click()
  await signIn(page, site, who)
}
