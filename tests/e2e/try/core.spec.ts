import { test } from '@playwright/test'
import { openTablet, PHONE, TABLET, DESKTOP } from '../house/tablet.ts'
import { signIn } from '../house/sign-in.ts'
import { expectNoViolation, expectLargeTargets } from '../house/axe.ts'
const O = 'http://localhost:8231'
const site = { origin: O } as never
test('look', async () => {
  test.setTimeout(400_000)
  const t = await openTablet(O, {})
  const p = t.page
  p.on('console', (m) => m.type() === 'error' && console.log('console', m.text().slice(0, 400)))
  p.on('response', (r) => { if (r.status() >= 400) console.log(r.status(), r.request().method(), r.url().slice(21)) })
  const shot = (n: string) => p.screenshot({ path: `/tmp/look/${n}.png` })
  try {
    await signIn(p, site, 'nadia')
    await p.waitForTimeout(6000)
    await shot('today')
    await t.offline(true)
    const arrive = p.getByRole('button', { name: 'Ik ben aangekomen' })
    if (await arrive.count()) await arrive.first().click()
    await p.waitForTimeout(1500)
    await shot('dossier')
    await p.goto(O + '/sync'); await p.waitForTimeout(2500)
    await shot('sync-offline')
    await p.goto(O + '/unplanned'); await p.waitForTimeout(2500)
    await shot('unplanned')
    await p.getByLabel('Wat ziet u?').fill('Loods achter de kas, groene deur')
    const near = p.getByRole('radio').nth(4)
    if (await p.getByText('Plaats niet gevonden').count()) await near.check({ force: true })
    await p.getByRole('button', { name: 'Open dossier' }).click()
    await p.waitForTimeout(2500)
    await shot('unplanned-opened')
    await t.offline(false)
    await p.goto(O + '/sync'); await p.waitForTimeout(8000)
    await shot('sync-online')
    await p.locator('li button[aria-expanded]').first().click(); await p.waitForTimeout(500)
    await shot('sync-open')
    await p.setViewportSize(PHONE); await p.waitForTimeout(500); await shot('sync-phone')
    await p.setViewportSize(DESKTOP); await p.waitForTimeout(500); await shot('sync-desktop')
    await p.goto(O + '/conflicts'); await p.waitForTimeout(2500); await shot('conflict-desktop'); await p.setViewportSize(PHONE); await p.waitForTimeout(500); await p.screenshot({ path: '/tmp/look/conflict-phone.png', fullPage: true })
    await p.setViewportSize(TABLET)
    for (const s of ['sync', 'unplanned', 'messages', 'conflicts']) {
      await p.goto(`${O}/${s}`); await p.waitForTimeout(2000); await shot(s)
      await expectNoViolation(p, s).catch((e) => console.log(String(e).slice(0, 2500)))
      await expectLargeTargets(p, s).catch((e) => console.log(String(e).slice(0, 1500)))
    }
  } catch (e) { await shot('failed'); console.log(String(e).slice(0, 800)) }
  console.log(t.errors, t.violations)
  await t.close()
})
