/** What an inspector does at a visit, by the words on the screen. */
import { expect, type Page } from '@playwright/test'
import type { Site } from './site.ts'
import { say, saying } from './words.ts'

/** Open a visit of today by the name of its place; answers the dossier's id. */
export async function openVisit(page: Page, site: Site, place: string): Promise<string> {
  await page.goto(`${site.origin}/`)
  const link = page.locator('a[href*="/dossier/"]').filter({ hasText: place })
  const hero = page.locator('section').filter({ has: page.getByRole('heading', { name: place }) })
  await link
    .or(hero.getByRole('link', { name: say('app_place_dossier'), exact: true }))
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: place })).toBeVisible()
  return dossierOf(page)
}

/** The visit that comes next, opened; its dossier and its name. */
export async function openNextVisit(page: Page, site: Site): Promise<{ dossier: string; name: string }> {
  await page.goto(`${site.origin}/`)
  const hero = page.locator('.hero')
  const name = await hero.getByRole('heading').innerText()
  await hero.getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  return { dossier: dossierOf(page), name }
}

export function dossierOf(page: Page): string {
  const id = /\/dossier\/([0-9a-f-]{36})/.exec(page.url())?.[1]
  if (!id) throw new Error(`not at a visit: ${page.url()}`)
  return id
}

export async function openList(page: Page, site: Site, dossier: string, list: string): Promise<void> {
  await page.goto(`${site.origin}/dossier/${dossier}/checklist/${list}`)
  await expect(page.locator('[data-question]').first()).toBeVisible()
}

/** Go to a question of the open list, by its code; the list may be moving on to it by itself. */
export async function goTo(page: Page, code: string): Promise<void> {
  const card = page.locator(`[data-question="${code}"]`)
  if (
    await card.waitFor({ timeout: 1_000 }).then(
      () => true,
      () => false,
    )
  )
    return
  await page.getByRole('button', { name: say('checklist_all') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^${code}\\b`) })
    .click()
  await expect(card).toBeVisible()
}

/** Answer yes, no or n.a.; resolves when the screen says that this answer is kept: an earlier one's word is marked. */
export async function answer(page: Page, code: string, value: 'yes' | 'no' | 'na'): Promise<void> {
  await goTo(page, code)
  const saved = page.locator('.saved')
  await saved.evaluateAll((all) => all.forEach((one) => one.setAttribute('data-earlier', '')))
  const card = page.locator(`[data-question="${code}"]`)
  await card.getByRole('radio', { name: say(`ui_answer_${value}`), exact: true }).check()
  const fresh = page.locator('.saved:not([data-earlier])').filter({ hasText: saying('checklist_saved') })
  await expect(fresh.filter({ visible: true }).first()).toBeVisible()
}

/** The question shows this answer; the list may still be reading what is stored when it opens, and move on. */
export async function expectAnswer(page: Page, code: string, value: 'yes' | 'no' | 'na'): Promise<void> {
  await expect(async () => {
    await goTo(page, code)
    const chosen = page.locator(`[data-question="${code}"]`).getByRole('radio', { name: say(`ui_answer_${value}`), exact: true })
    await expect(chosen).toBeChecked({ timeout: 3_000 })
  }).toPass({ timeout: 60_000 })
}

export async function fill(page: Page, code: string, text: string): Promise<void> {
  await goTo(page, code)
  await page.locator(`[data-question="${code}"]`).getByRole('textbox').first().fill(text)
}

/** Take one photo with the camera of the finding screen; resolves when the original is kept. */
export async function shoot(page: Page): Promise<void> {
  await page.getByRole('button', { name: say('finding_shutter') }).click()
  await expect(page.getByText(saying('finding_original_kept'))).toBeVisible()
}

/** On the finding screen: "Leg vast", and wait until it is said to be on this device. */
export async function record(page: Page): Promise<void> {
  await page.getByRole('button', { name: say('finding_store'), exact: true }).click()
  await expect(
    page
      .getByText(saying('finding_stored_photos'))
      .or(page.getByText(say('finding_stored')))
      .first(),
  ).toBeVisible()
}

/** A finding without a question, with one photo: three taps after the photo or fewer. */
export async function freeFinding(page: Page, site: Site, dossier: string, title: string): Promise<void> {
  await page.goto(`${site.origin}/dossier/${dossier}/finding/new`)
  await shoot(page)
  await page.getByRole('textbox', { name: say('finding_title') }).fill(title)
  await record(page)
}
