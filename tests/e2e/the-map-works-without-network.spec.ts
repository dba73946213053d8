/** The map of the day comes onto the tablet by itself, and is drawn there without network, with nothing asked of anyone. */
import { expect, type Page, test } from '@playwright/test'
import { expectLargeTargets, expectNoViolation } from './house/axe.ts'
import { readyForOffline, signIn } from './house/sign-in.ts'
import { openSite } from './house/site.ts'
import { openTablet } from './house/tablet.ts'
import { say } from './house/words.ts'

type Drawn = HTMLElement & {
  map?: { loaded: () => boolean; queryRenderedFeatures: () => { source: string; sourceLayer?: string }[] }
}

/** What is really on the canvas: how many things of each layer of the archives. */
async function drawn(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => {
    const map = document.querySelector<Drawn>('[data-map]')?.map
    const counts: Record<string, number> = {}
    if (map?.loaded() === true)
      for (const { sourceLayer } of map.queryRenderedFeatures()) if (sourceLayer) counts[sourceLayer] = (counts[sourceLayer] ?? 0) + 1
    return counts
  })
}

const kept = (page: Page) =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle('maps').catch(() => null)
    const names: string[] = []
    if (folder !== null) for await (const name of (folder as unknown as { keys: () => AsyncIterable<string> }).keys()) names.push(name)
    return names
      .filter((name) => name.endsWith('.pmtiles'))
      .map((name) => name.split(/[-.]/)[0])
      .sort()
  })

test('greenhouses, places and the route are drawn offline, and the list beside says the same', async () => {
  const site = await openSite()
  const tablet = await openTablet(site.origin)
  const { page } = tablet
  try {
    await signIn(page, site, 'nadia')
    await readyForOffline(page)
    await expect(page.getByText(say('today_ready_map_yes'), { exact: true })).toBeVisible({ timeout: 60_000 })
    expect(await kept(page)).toEqual(['base', 'pack'])

    await tablet.offline(true)
    await page.goto(`${site.origin}/map`)
    await expect
      .poll(() => drawn(page), { timeout: 60_000 })
      .toMatchObject({
        buildings: expect.any(Number),
        places: expect.any(Number),
        roads: expect.any(Number),
      })

    const pins = page.locator('.gh-map-pin')
    const rows = page.locator('#map-visits li')
    await expect(rows).not.toHaveCount(0)
    expect(await pins.count()).toBe(await rows.count())
    const label = (await pins.nth(2).getAttribute('aria-label')) ?? ''
    await page.getByRole('button', { name: label }).last().click()
    await expect(pins.nth(2)).toHaveAttribute('aria-current', 'true')

    await expectNoViolation(page, 'the map')
    await expectLargeTargets(page, 'the map')
    expect(tablet.violations).toEqual([])
    expect(tablet.errors).toEqual([])
  } finally {
    await tablet.close()
    await site.close()
  }
})
