import { test } from '@playwright/test'
import { openTablet, PHONE, TABLET, DESKTOP } from '../house/tablet.ts'
import { signIn } from '../house/sign-in.ts'
import { expectNoViolation, expectLargeTargets } from '../house/axe.ts'
const O = 'http://localhost:8231'
const site = { origin: O } as never
test('look', async () => {
  test.setTimeout(200_000)
  const t = await openTablet(O, {})
  const p = t.page
  p.on('console', (m) => m.type() === 'error' && console.log('console', m.text().slice(0, 400)))
  const shot = (n: string) => p.screenshot({ path: `/tmp/look/${n}.png` })
  const within = (ms: number, w: Promise<unknown>) => Promise.race([w.catch((e) => console.log(String(e).slice(0, 2500))), new Promise((r) => setTimeout(r, ms))])
  await signIn(p, site, 'nadia')
  await p.waitForTimeout(5000)
  await shot('today')
  for (const s of ['messages', 'sync', 'unplanned', 'conflicts']) {
    await p.goto(`${O}/${s}`); await p.waitForTimeout(2000); await shot(s)
    await p.setViewportSize(PHONE); await p.waitForTimeout(300); await within(5000, p.screenshot({ path: `/tmp/look/${s}-phone.png`, fullPage: true })); await p.setViewportSize(TABLET)
    await within(25000, expectNoViolation(p, s))
    await within(10000, expectLargeTargets(p, s))
  }
  await within(3000, p.evaluate(() => { document.documentElement.dataset['mode'] = 'sun' })); await shot('conflicts-sun')
  console.log(t.errors, t.violations)
  await t.kill()
})
