/** 7a. Axe finds no violation on any screen in light, dark and sun; every target measures 48 px at field sizes. */
import { expect, type Page, test } from '@playwright/test'
import { expectLargeTargets, expectNoViolation, expectWordsInside } from './house/axe.ts'
import type { Person } from './house/people.ts'
import { readyForOffline, signIn } from './house/sign-in.ts'
import { openSite, type Site } from './house/site.ts'
import { DESKTOP, openTablet, PHONE, type Tablet } from './house/tablet.ts'
import { answer, freeFinding, openList, openNextVisit, shoot } from './house/visit.ts'
import { say, saying } from './house/words.ts'

let site: Site
test.beforeAll(async () => (site = await openSite()))
test.afterAll(() => site.close())

async function look({ page }: Tablet, screen: string, field = true): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText(saying('app_loading'))).toHaveCount(0)
  await expectNoViolation(page, screen)
  await expectWordsInside(page, screen)
  if (field) await expectLargeTargets(page, screen)
}

/** A note at the foot leaves the next action free. */
async function expectAboveTheBar(page: Page): Promise<void> {
  const edges = async () => {
    const [note, bar] = await Promise.all(
      [page.getByRole('region', { name: say('app_toasts') }), page.locator('main > footer')].map((one) => one.boundingBox()),
    )
    return (bar?.y ?? 0) - (note ? note.y + note.height : Infinity)
  }
  await expect.poll(edges, 'px between the note and the bar').toBeGreaterThan(0)
}

test('the screens of an inspector, on a tablet and on a phone', async () => {
  const tablet = await openTablet(site.origin)
  const { page } = tablet
  try {
    await page.goto(`${site.origin}/sign-in`)
    await expect(page.getByRole('radio').first()).toBeVisible()
    await look(tablet, 'sign-in')
    await signIn(page, site, 'nadia')
    await readyForOffline(page)
    await look(tablet, 'today')
    const { dossier } = await openNextVisit(page, site)
    await openList(page, site, dossier, 'BRW-BRAND')
    await answer(page, 'BRA-01', 'no')
    await look(tablet, 'checklist with a proposal')
    await freeFinding(page, site, dossier, 'Losse kabels')
    await expectAboveTheBar(page)
    await page.goto(`${site.origin}/dossier/${dossier}/finding/new`)
    await look(tablet, 'finding with camera')
    await shoot(page)
    await look(tablet, 'finding with photo')
    const screens = [`/dossier/${dossier}`, '/sync', '/conflicts', '/messages', '/unplanned', '/device', '/map', '/']
    for (const address of screens) {
      await page.goto(`${site.origin}${address}`)
      await look(tablet, address)
    }
    await page.setViewportSize(PHONE)
    for (const address of [...screens, `/dossier/${dossier}/checklist/BRW-BRAND`, `/dossier/${dossier}/finding/new`]) {
      await page.goto(`${site.origin}${address}`)
      await look(tablet, `${address} on a phone`)
    }
    expect(tablet.violations).toEqual([])
    expect(tablet.errors).toEqual([])
  } finally {
    await tablet.close()
  }
})

const desks: [Person, string[]][] = [
  ['leo', ['/inbox']],
  ['karin', ['/actions', '/actions/new']],
]
for (const [who, addresses] of desks) {
  test(`the screens of a desk: ${who}`, async () => {
    const desk = await openTablet(site.origin, { size: DESKTOP })
    const { page } = desk
    try {
      await signIn(page, site, who)
      for (const address of addresses) {
        await page.goto(`${site.origin}${address}`)
        await look(desk, address, false)
        const first = page.locator(`main a[href^="${address}/"]`).first()
        if (address === '/actions/new' || !(await first.isVisible().catch(() => false))) continue
        await first.click()
        await look(desk, `${address}, opened`, false)
      }
      expect(desk.violations).toEqual([])
      expect(desk.errors).toEqual([])
    } finally {
      await desk.close()
    }
  })
}
