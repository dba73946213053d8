/**
 * 2. Tablets answer the same joint questions differently offline: both values shown on all, resolved once, same state
 * everywhere; keep-both, a third value that arrives late, a resolver without the right, a value withdrawn meanwhile.
 */
import { expect, type Page, test } from '@playwright/test'
import { expectLargeTargets, expectNoViolation } from './house/axe.ts'
import type { Person } from './house/people.ts'
import { rows } from './house/seen.ts'
import { changePerson, readyForOffline, signIn } from './house/sign-in.ts'
import { openSite, type Site } from './house/site.ts'
import { openTablet, type Tablet } from './house/tablet.ts'
import { answer, openList, openNextVisit } from './house/visit.ts'
import { say, saying } from './house/words.ts'

const CHOSEN = 'GEN-04'
const BOTH = 'GEN-07'

async function offlineAtTheVisit(site: Site, who: Person, at?: string): Promise<{ tablet: Tablet; dossier: string }> {
  const tablet = await openTablet(site.origin)
  await signIn(tablet.page, site, who)
  await readyForOffline(tablet.page)
  const dossier = at ?? (await openNextVisit(tablet.page, site)).dossier
  await openList(tablet.page, site, dossier, 'GEN-START')
  await tablet.offline(true)
  return { tablet, dossier }
}

/** The conflicts of this visit as the screen counts them; a reload begins a round of sending and fetching. */
async function expectConflicts(page: Page, site: Site, dossier: string, count: number): Promise<void> {
  const title = count === 0 ? say('conflicts_none') : say('conflicts_number', { number: 1, of: count })
  await expect(async () => {
    await page.goto(`${site.origin}/conflicts?dossier=${dossier}`)
    await expect(page.getByText(title)).toBeVisible({ timeout: 10_000 })
  }).toPass({ timeout: 120_000 })
}

async function openConflict(page: Page, code: string): Promise<void> {
  const heading = page.getByRole('heading', { level: 2 }).filter({ hasText: code })
  const shown = page.getByRole('heading', { level: 2 }).first()
  await expect(shown).toBeVisible()
  for (let turn = 0; turn < 4 && !(await heading.isVisible()); turn += 1) {
    const before = await shown.innerText()
    await page.getByRole('button', { name: say('conflicts_later') }).click()
    await expect(shown).not.toHaveText(before)
  }
  await expect(heading).toBeVisible()
}

/** The button that chooses this answer, whichever side it stands on. */
const choosing = (value: string) => new RegExp(`^${say('conflicts_is_right', { letter: '[A-Z]', value: say(value) })}$`)

/** The answers of the list as this tablet shows them, without the initials that mark a colleague's. */
async function answersShown(page: Page, site: Site, dossier: string): Promise<string[]> {
  await openList(page, site, dossier, 'GEN-START')
  await page.getByRole('button', { name: say('checklist_all') }).click()
  const listed = page.getByRole('dialog').getByRole('listitem')
  const told = await listed.allInnerTexts()
  const lines = told.filter((one) => [CHOSEN, BOTH].some((code) => one.startsWith(code))).map((one) => one.split('\n'))
  return lines.map(([code, ...rest]) => `${code}: ${rest.at(-1)}`)
}

test('what two saw differently is shown on both, resolved once, and the same everywhere', async () => {
  const site = await openSite()
  const first = await offlineAtTheVisit(site, 'nadia')
  const { dossier } = first
  const second = await offlineAtTheVisit(site, 'defne', dossier)
  const third = await offlineAtTheVisit(site, 'sem', dossier)
  const [a, b, c] = [first.tablet, second.tablet, third.tablet]
  try {
    for (const code of [CHOSEN, BOTH]) {
      await answer(a.page, code, 'yes')
      await answer(b.page, code, 'no')
    }
    await answer(c.page, BOTH, 'na')
    await a.offline(false)
    await b.offline(false)

    // Both values on both tablets.
    for (const { page } of [a, b]) await expectConflicts(page, site, dossier, 2)

    await expectNoViolation(b.page, 'two answers side by side')
    await expectLargeTargets(b.page, 'two answers side by side')

    // Resolved once by one of them, gone on the other.
    await openConflict(b.page, CHOSEN)
    await b.page.getByRole('button', { name: choosing('ui_answer_yes') }).click()
    await expectNoViolation(b.page, 'why one is chosen')
    await expectLargeTargets(b.page, 'why one is chosen')
    await b.page.getByRole('button', { name: say('conflicts_choose_reason', { reason: 'together' }) }).click()
    await expect(b.page.getByRole('heading', { level: 2 }).filter({ hasText: CHOSEN })).toHaveCount(0)
    await openConflict(b.page, BOTH)
    await b.page.getByRole('button', { name: say('conflicts_keep', { count: 2 }), exact: true }).click()
    await expect(b.page.getByText(say('conflicts_none'))).toBeVisible()
    await expectConflicts(a.page, site, dossier, 0)

    // A third value that was written before all this arrives now: open again, on everybody's tablet.
    await c.offline(false)
    for (const { page } of [a, b, c]) await expectConflicts(page, site, dossier, 1)
    await expect(a.page.getByText(say('ui_answer_na')).first()).toBeVisible()

    // The action's lead reads the joint part and may look, not decide.
    await changePerson(c.page, site, 'karin')
    await expectConflicts(c.page, site, dossier, 1)
    await expect(c.page.getByText(say('conflicts_look_only'))).toBeVisible()
    await expect(c.page.getByRole('button', { name: saying('conflicts_is_right') })).toHaveCount(0)

    await a.page.getByRole('button', { name: choosing('ui_answer_na') }).click()
    await a.page.getByRole('button', { name: say('conflicts_choose') }).click()
    await expect(a.page.getByText(say('conflicts_reason_missing'))).toBeVisible()
    await a.page.getByRole('textbox', { name: say('conflicts_choose_other') }).fill('Niet van toepassing op deze kas')
    await a.page.getByRole('button', { name: say('conflicts_choose') }).click()
    await expect(a.page.getByText(say('conflicts_none'))).toBeVisible()
    await expectConflicts(a.page, site, dossier, 0)
    await expectConflicts(b.page, site, dossier, 0)
    await changePerson(c.page, site, 'sem')
    await expectConflicts(c.page, site, dossier, 0)

    const shown = await Promise.all([a, b, c].map(({ page }) => answersShown(page, site, dossier)))
    expect(shown[0]).toHaveLength(2)
    expect(shown[1]).toEqual(shown[0])
    expect(shown[2]).toEqual(shown[0])
    expect(await rows(site, "SELECT question FROM answer WHERE conflict AND checklist = 'GEN-START'")).toEqual([])
  } finally {
    await Promise.all([a, b, c].map((tablet) => tablet.close()))
    await site.close()
  }
})

test('a decision withdrawn meanwhile closes the conflict by itself: what is left stands', async () => {
  const site = await openSite()
  const first = await offlineAtTheVisit(site, 'nadia')
  const { dossier } = first
  const second = await offlineAtTheVisit(site, 'sem', dossier)
  const [a, b] = [first.tablet, second.tablet]
  try {
    for (const { page } of [a, b]) {
      await openList(page, site, dossier, 'BRW-BRAND')
      await answer(page, 'BRA-01', 'no')
    }
    await a.page.getByRole('button', { name: say('checklist_without_photo') }).click()
    await expect(a.page.getByText(say('checklist_recorded'), { exact: true }).first()).toBeVisible()
    await b.page.getByRole('button', { name: say('checklist_no_finding'), exact: true }).click()
    await b.page.getByRole('button', { name: say('checklist_no_finding_reasons').split('|')[0] ?? '' }).click()
    await expect(b.page.locator('.decided').getByText(say('checklist_dismissed'), { exact: true })).toBeVisible()
    await a.offline(false)
    await b.offline(false)
    for (const { page } of [a, b]) await expectConflicts(page, site, dossier, 1)

    await a.page.goto(`${site.origin}/dossier/${dossier}`)
    await a.page
      .getByRole('button', { name: /Nooduitgang geblokkeerd of op slot/ })
      .first()
      .click()
    const sheet = a.page.getByRole('dialog')
    await sheet.getByRole('button', { name: say('app_withdraw_title') }).click()
    await sheet.getByRole('textbox').fill('Verkeerde deur bekeken')
    await sheet.getByRole('button', { name: say('app_withdraw_title') }).click()
    await expect(sheet).toBeHidden()
    for (const { page } of [a, b]) await expectConflicts(page, site, dossier, 0)
    const decided = await rows(site, "SELECT decision, conflict FROM finding WHERE rule = 'BRA-EXIT' ORDER BY at DESC")
    expect(decided[0]).toMatchObject({ decision: 'dismiss' })
  } finally {
    await Promise.all([a.close(), b.close()])
    await site.close()
  }
})
