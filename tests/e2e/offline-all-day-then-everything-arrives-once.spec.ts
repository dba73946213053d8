/**
 * 1. Offline: sign in, go offline, answer a whole checklist with skip logic, three findings with photos and places, two
 * vehicles, an unplanned visit; the browser is killed in the middle of a word and reopened offline with all there; online
 * all arrives once; another agency's desk sees what it may, and its inbox holds the follow-ups.
 */
import { expect, type Page, test } from '@playwright/test'
import { people } from './house/people.ts'
import { rows } from './house/seen.ts'
import { readyForOffline, signIn } from './house/sign-in.ts'
import { openSite, type Site } from './house/site.ts'
import { DESKTOP, openTablet, signedInOnDisk } from './house/tablet.ts'
import { answer, dossierOf, expectAnswer, fill, goTo, openList, openNextVisit, record, shoot } from './house/visit.ts'
import { say, saying } from './house/words.ts'

/** Yes to everything that is asked, but the first question, which leads to a proposal; and nobody sleeps here. */
const ANSWERS = {
  'BRA-01': 'no',
  'BRA-02': 'yes',
  'BRA-03': 'yes',
  'BRA-05': 'yes',
  'BRA-06': 'yes',
  'BRA-07': 'yes',
  'BRA-08': 'no',
  'BRA-10': 'yes',
} as const

async function finding(page: Page, site: Site, dossier: string, title: string): Promise<void> {
  await page.goto(`${site.origin}/dossier/${dossier}/finding/new`)
  await expect(page.getByText(saying('finding_place_good'))).toBeVisible()
  await shoot(page)
  await page.getByRole('textbox', { name: say('finding_title') }).fill(title)
  await record(page)
}

test('a day without network ends with everything on the server once, and the other agency has its task', async () => {
  test.setTimeout(900_000)
  const site = await openSite()
  let tablet = await openTablet(site.origin)
  const vehicles = await openTablet(site.origin)
  const desk = await openTablet(site.origin, { size: DESKTOP })
  try {
    const there = new Set((await rows(site, 'SELECT id FROM operation')).map(({ id }) => id))
    await signIn(tablet.page, site, 'nadia')
    await readyForOffline(tablet.page)
    const { dossier, name } = await openNextVisit(tablet.page, site)
    await signIn(vehicles.page, site, 'joris')
    await readyForOffline(vehicles.page)
    await vehicles.page.goto(`${site.origin}/dossier/${dossier}/checklist/VTG-TRANSPORT`)
    await expect(vehicles.page.getByRole('textbox', { name: say('checklist_label') })).toBeVisible()
    await openList(tablet.page, site, dossier, 'BRW-BRAND')
    await tablet.offline(true)
    await vehicles.offline(true)

    // A whole checklist with skip logic: BRA-09 is asked only where people sleep.
    await openList(tablet.page, site, dossier, 'BRW-BRAND')
    for (const [code, value] of Object.entries(ANSWERS)) await answer(tablet.page, code, value)
    await expect(tablet.page.locator('[data-question="BRA-09"]')).toHaveCount(0)
    await goTo(tablet.page, 'BRA-04')
    await fill(tablet.page, 'BRA-04', '6')
    await tablet.page.keyboard.press('Tab')

    // The proposal of BRA-01 is recorded with a photo: two taps after the shutter at most.
    await goTo(tablet.page, 'BRA-01')
    await tablet.page.getByRole('button', { name: say('checklist_photo_and_record') }).click()
    await shoot(tablet.page)
    await record(tablet.page)
    await finding(tablet.page, site, dossier, 'Losse kabels langs het pad')
    await finding(tablet.page, site, dossier, 'Vaten zonder etiket')

    // An unplanned visit: the shed next door.
    await tablet.page.goto(`${site.origin}/unplanned`)
    await tablet.page.getByRole('textbox', { name: say('unplanned_label') }).fill('Loods achter de kas, groene deur')
    await expect(tablet.page.getByText(saying('unplanned_here'))).toBeVisible()
    await tablet.page.getByRole('button', { name: say('unplanned_open') }).click()
    await expect(tablet.page.getByRole('heading', { level: 1, name: 'Loods achter de kas, groene deur' })).toBeVisible()
    const shed = dossierOf(tablet.page)

    // Two vehicles, by the police on a tablet of their own.
    for (const vehicle of ['Witte oplegger, rij 2', 'Blauwe bus bij dok 4']) {
      await vehicles.page.goto(`${site.origin}/dossier/${dossier}/checklist/VTG-TRANSPORT`)
      await vehicles.page.getByRole('textbox', { name: say('checklist_label') }).fill(vehicle)
      await vehicles.page.getByRole('button', { name: say('checklist_begin') }).click()
      await expect(vehicles.page.locator('[data-question]').first()).toBeVisible()
      await answer(vehicles.page, 'VTG-06', 'yes')
    }

    // Killed in the middle of a word.
    await tablet.page.goto(`${site.origin}/dossier/${dossier}/finding/new`)
    await tablet.page.getByRole('textbox', { name: say('finding_text') }).pressSequentially('Deur gaat maar 20 cm op', { delay: 20 })
    await tablet.page.waitForTimeout(1_000)
    await expect.poll(() => signedInOnDisk(tablet), { timeout: 60_000 }).toBe(true)
    await tablet.kill()
    tablet = await openTablet(site.origin, { profile: tablet.profile, offline: true })
    const { page } = tablet
    await page.goto(`${site.origin}/dossier/${dossier}/finding/new`)
    await expect(page.getByRole('textbox', { name: say('finding_text') })).toHaveValue('Deur gaat maar 20 cm op')
    await page.goto(`${site.origin}/dossier/${dossier}`)
    for (const text of ['Losse kabels langs het pad', 'Vaten zonder etiket', 'Nooduitgang geblokkeerd of op slot']) {
      await expect(page.getByText(text).first()).toBeVisible()
    }
    await openList(page, site, dossier, 'BRW-BRAND')
    for (const [code, value] of Object.entries(ANSWERS)) await expectAnswer(page, code, value)
    await page.goto(`${site.origin}/dossier/${shed}`)
    await expect(page.getByRole('heading', { level: 1, name: 'Loods achter de kas, groene deur' })).toBeVisible()

    // Online: everything arrives, once.
    await tablet.offline(false)
    await vehicles.offline(false)
    await page.goto(`${site.origin}/dossier/${dossier}`)
    await expect(page.getByText(/3 van 3 foto.s veilig/)).toBeVisible({ timeout: 150_000 })
    const arrived = async () => {
      const found = await rows(site, 'SELECT id, kind FROM operation')
      const counts: Record<string, number> = {}
      for (const { id, kind } of found) if (!there.has(id)) counts[kind ?? ''] = (counts[kind ?? ''] ?? 0) + 1
      return counts
    }
    await expect.poll(arrived, { timeout: 120_000 }).toMatchObject({
      'answer.set': Object.keys(ANSWERS).length + 1 + 2,
      'finding.add': 2,
      'finding.decide': 1,
      'evidence.add': 3,
      'dossier.open': 1,
      'instance.create': 3,
    })
    expect(await rows(site, 'SELECT reason FROM quarantine')).toEqual([])

    // The municipality's desk: the team-class finding has become its task; the fire service's own stay its own.
    await signIn(desk.page, site, 'leo')
    await desk.page.goto(`${site.origin}/inbox`)
    await expect(desk.page.getByText(name).first()).toBeVisible({ timeout: 60_000 })
    await expect(desk.page.getByText('Losse kabels langs het pad')).toHaveCount(0)
    await expect(desk.page.getByText('Vaten zonder etiket')).toHaveCount(0)
    expect(people.leo.agency).toBe('GEM-WESTLAND')
    expect(tablet.violations).toEqual([])
  } finally {
    await Promise.all([tablet.close(), vehicles.close(), desk.close()])
    await site.close()
  }
})
