/** 3. The server is stopped in the middle of a push and restarted: nothing lost, nothing twice, "safe" never too early. */
import { expect, type Page, test } from '@playwright/test'
import { setTimeout as pause } from 'node:timers/promises'
import { count, rows } from './house/seen.ts'
import { readyForOffline, signIn } from './house/sign-in.ts'
import { openSite, type Site } from './house/site.ts'
import { openTablet } from './house/tablet.ts'
import { answer, freeFinding, openList, openNextVisit } from './house/visit.ts'
import { saying } from './house/words.ts'

const QUESTIONS = ['BRA-01', 'BRA-02', 'BRA-03', 'BRA-05', 'BRA-06'] as const
const PHOTOS = 2

/** What the dossier says is safe, and how much it says is only here. */
async function said(page: Page): Promise<{ safe: number; waiting: number }> {
  const safe = await page
    .getByText(/\d+ van \d+ foto.s veilig op server/)
    .textContent()
    .catch(() => null)
  const waiting = await page
    .getByText(saying('app_on_device'))
    .first()
    .textContent({ timeout: 500 })
    .catch(() => null)
  return { safe: Number(/\d+/.exec(safe ?? '')?.[0] ?? 0), waiting: Number(/\d+/.exec(waiting ?? '')?.[0] ?? 0) }
}

/** While the server is down its database stands still, so no word on the screen may run ahead of it. */
async function expectNothingSaidTooEarly(page: Page, site: Site, recorded: number, photos: number): Promise<void> {
  const [stored, received] = [await count(site, 'operation'), (await count(site, 'photo_receipt')) - photos]
  for (let look = 0; look < 5; look += 1) {
    const now = await said(page)
    expect(now.safe).toBeLessThanOrEqual(received)
    expect(recorded - now.waiting).toBeLessThanOrEqual(stored)
    await pause(400)
  }
}

test('a server killed in the middle of a push, and one whose answer is lost, end with everything once', async () => {
  const site = await openSite()
  const tablet = await openTablet(site.origin)
  const { page } = tablet
  /** The server is back, and so is the signal: what had failed a while ago is tried again at once. */
  const backAgain = async () => {
    await site.start()
    await tablet.offline(true)
    await tablet.offline(false)
  }
  try {
    const there = new Set((await rows(site, 'SELECT id FROM operation')).map((one) => one['id']))
    const photos = await count(site, 'photo_receipt')
    const before = there.size
    await signIn(page, site, 'nadia')
    await readyForOffline(page)
    const { dossier } = await openNextVisit(page, site)
    await tablet.offline(true)
    await openList(page, site, dossier, 'BRW-BRAND')
    for (const code of QUESTIONS) await answer(page, code, 'yes')
    for (let n = 1; n <= PHOTOS; n += 1) await freeFinding(page, site, dossier, `Bevinding ${n}`)
    await page.goto(`${site.origin}/dossier/${dossier}`)
    const recorded = (await said(page)).waiting
    expect(recorded).toBeGreaterThanOrEqual(QUESTIONS.length + 2 * PHOTOS)

    const isPush = (request: string) => request.startsWith('POST /api/v1/sync/push')
    let killed: Promise<void> | null = null
    tablet.link.decide((request) => {
      if (isPush(request)) killed ??= pause(10).then(() => site.kill()) // on its way, or being stored
      return 'pass'
    })
    await tablet.offline(false)
    await expect.poll(() => killed !== null, { timeout: 60_000 }).toBe(true)
    await killed
    await expectNothingSaidTooEarly(page, site, before + recorded, photos)

    let lost: Promise<void> | null = null
    tablet.link.decide((request) => (isPush(request) && !lost ? 'lose-answer' : 'pass'))
    tablet.link.onLost(() => void (lost ??= site.kill())) // stored, and the answer lost
    await backAgain()
    await expect.poll(() => lost !== null, { timeout: 120_000 }).toBe(true)
    await lost
    await expectNothingSaidTooEarly(page, site, before + recorded, photos)
    await backAgain()
    await expect(page.getByText(new RegExp(`${PHOTOS} van ${PHOTOS} foto.s veilig`))).toBeVisible({ timeout: 150_000 })

    const stored = (await rows(site, 'SELECT id, kind FROM operation')).filter((one) => !there.has(one['id']))
    expect(new Set(stored.map((one) => one['id'])).size).toBe(stored.length)
    const kinds = (kind: string) => stored.filter((one) => one['kind'] === kind).length
    expect(kinds('answer.set')).toBe(QUESTIONS.length)
    expect(kinds('finding.add')).toBe(PHOTOS)
    expect(kinds('evidence.add')).toBe(PHOTOS)
    expect(await count(site, 'photo_receipt')).toBe(photos + PHOTOS)
    expect(await count(site, 'quarantine')).toBe(0)
    expect(await count(site, 'fork')).toBe(0)
  } finally {
    await tablet.close()
    await site.close()
  }
})
