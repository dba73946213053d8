/**
 * What a person waits for, measured in the real Chromium on the built site: a tap until it is stored, a full dossier until
 * it is seen, a start without network on a slow tablet, and the bytes before the first screen of somebody signed in.
 */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from '../../e2e/house/playwright.ts'
import { readyForOffline, signIn } from '../../e2e/house/sign-in.ts'
import { openSite, ROOT, type Site } from '../../e2e/house/site.ts'
import { forget, openTablet, TABLET } from '../../e2e/house/tablet.ts'
import { openList, openNextVisit } from '../../e2e/house/visit.ts'
import { at, tell, watchDrawn, watchTaps } from './timing.ts'

const SLOWER = 4
const HERO = '.hero h2, .hero h3'
const run = promisify(execFile)

let site: Site
test.beforeAll(async () => (site = await openSite()))
test.afterAll(() => site.close())

test('a tap until it is stored', async () => {
  const tablet = await openTablet(site.origin)
  const { page, context } = tablet
  try {
    await context.addInitScript(watchTaps)
    await signIn(page, site, 'nadia')
    await readyForOffline(page)
    const { dossier } = await openNextVisit(page, site)
    await openList(page, site, dossier, 'BRW-BRAND')
    await expect(page.locator('[data-question="BRA-01"] label')).toHaveCount(3)
    tell('a tap until it is stored, strictly', await page.evaluate(tapYesAndNo, 40), 50)
    const raw = await page.evaluate(strictPuts, 40)
    console.log(`  of which the browser's own strict write: half in ${at(0.5, raw).toFixed(0)} ms, 95 % in ${at(0.95, raw).toFixed(0)} ms`)
  } finally {
    await tablet.close()
    await forget(tablet.profile)
  }
})

/** In the page: one row of an answer's size into an empty database, strictly, with nothing around it. */
async function strictPuts(times: number): Promise<number[]> {
  const opening = indexedDB.open('bench-raw')
  opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { autoIncrement: true })
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  const taken: number[] = []
  for (let turn = 0; turn < times; turn += 1) {
    const begun = performance.now()
    const writing = database.transaction('rows', 'readwrite', { durability: 'strict' })
    writing.objectStore('rows').put({ text: 'x'.repeat(1_500) })
    await new Promise((resolve) => writing.addEventListener('complete', resolve))
    taken.push(performance.now() - begun)
    await new Promise((resolve) => setTimeout(resolve, 60))
  }
  return taken
}

/** In the page, quicker than it moves on to the next question by itself: yes and no in turn, each once the one before is stored. */
async function tapYesAndNo(times: number): Promise<number[]> {
  const { taps } = globalThis as unknown as { taps: number[] }
  for (let tap = 0; tap < times; tap += 1) {
    const label = document.querySelectorAll<HTMLElement>('[data-question="BRA-01"] label')[tap % 2]
    if (label === undefined) throw new Error('the question is gone')
    label.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
    label.click()
    while (taps.length <= tap) await new Promise((resolve) => setTimeout(resolve, 5))
    await new Promise((resolve) => setTimeout(resolve, 60))
  }
  return taps
}

test('a dossier with 300 answers and 150 findings', async () => {
  const tablet = await openTablet(site.origin)
  const { page } = tablet
  try {
    await signIn(page, site, 'defne')
    await readyForOffline(page)
    const { dossier, name } = await openNextVisit(page, site)
    const env = { ...process.env, GLASHELDER_MODE: 'demo', GLASHELDER_DATA_DIR: site.folder }
    await run(`${ROOT}/.venv/bin/python`, ['-m', 'tests.bench.pwa.fill_dossier', dossier], { cwd: ROOT, env })
    await page.reload()
    await expect(page.getByText('Losse kabels bij rij 150')).toBeAttached()
    await page.waitForTimeout(2_000)
    const times: number[] = []
    const whole: number[] = []
    for (let turn = 0; turn < 12; turn += 1) {
      await page.locator('nav a[href="/"]').last().click()
      await expect(page.locator('.hero')).toBeVisible()
      await page.waitForTimeout(700)
      const [first, all] = await page.evaluate(openDossier, { dossier, screenful: 20, all: 150 })
      times.push(first)
      whole.push(all)
    }
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    tell('a dossier with 300 answers and 150 findings opens', times, 200)
    console.log(`  its last finding is drawn after ${at(0.5, whole).toFixed(0)} ms`)
  } finally {
    await tablet.close()
    await forget(tablet.profile)
  }
})

type Rows = { dossier: string; screenful: number; all: number }

/** In the page: follow the link to the dossier; ms until a screenful of its findings was drawn, and until all were. */
async function openDossier({ dossier, screenful, all }: Rows): Promise<[number, number]> {
  const link = document.querySelector<HTMLElement>(`main a[href$="${dossier}"]`)
  const begun = performance.now()
  link?.click()
  const there = () => document.querySelectorAll('[role="tabpanel"] li button').length
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  while (there() < screenful) await frame()
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  const first = performance.now() - begun
  while (there() < all) await frame()
  return [first, performance.now() - begun]
}

test('a start without network on a tablet four times slower', async () => {
  const first = await openTablet(site.origin)
  const { profile } = first
  await signIn(first.page, site, 'nadia')
  await readyForOffline(first.page)
  await expect(first.page.locator('.hero')).toBeVisible()
  await first.page.waitForTimeout(2_000)
  await first.close()
  const times: number[] = []
  try {
    for (let turn = 0; turn < 5; turn += 1) {
      const tablet = await openTablet(site.origin, { profile, offline: true })
      const { page, context } = tablet
      await context.addInitScript(watchDrawn, HERO)
      const slow = await context.newCDPSession(page)
      await slow.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
      await page.goto(`${site.origin}/`)
      times.push(await page.evaluate(() => (globalThis as unknown as { drawn: Promise<number> }).drawn))
      await tablet.close()
    }
  } finally {
    await forget(profile)
  }
  tell(`a cold start without network, processor ${SLOWER} times slower`, times, 1000)
})

test('the bytes before the first screen', async () => {
  const tablet = await openTablet(site.origin, { size: TABLET })
  const { page, context } = tablet
  try {
    await signIn(page, site, 'nadia')
    await expect(page.locator('.hero')).toBeVisible()
    await page.waitForTimeout(3_000)
    await context.addInitScript(watchDrawn, HERO)
    const network = await context.newCDPSession(page)
    await network.send('Network.enable')
    await network.send('Network.setBypassServiceWorker', { bypass: true })
    await network.send('Network.setCacheDisabled', { cacheDisabled: true })
    const kinds = new Map<string, string>()
    const bytes = new Map<string, number>()
    let over = false
    network.on('Network.responseReceived', ({ requestId, type, response }) => {
      if (!response.url.includes('/api/')) kinds.set(requestId, type)
    })
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId)
      if (kind !== undefined && !over) bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength)
    })
    await page.goto(`${site.origin}/`)
    const drawn = await page.evaluate(() => (globalThis as unknown as { drawn: Promise<number> }).drawn)
    over = true
    const told = [...bytes].map(([kind, size]) => `${kind} ${(size / 1000).toFixed(1)} kB`).join(', ')
    console.log(`before the first screen, nothing kept: ${told}; drawn after ${drawn.toFixed(0)} ms`)
  } finally {
    await tablet.close()
    await forget(tablet.profile)
  }
})
