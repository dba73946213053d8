import { test } from '@playwright/test'
import { openTablet } from '../house/tablet.ts'
import { signIn } from '../house/sign-in.ts'
const O = 'http://localhost:8231'
const site = { origin: O } as never
test('photo', async () => {
  test.setTimeout(120_000)
  const t = await openTablet(O, {})
  const p = t.page
  p.on('console', (m) => console.log('console', m.type(), m.text().slice(0, 400)))
  p.on('response', (r) => { if (r.url().includes('/evidence') || r.status() >= 400) console.log(r.status(), r.request().method(), r.url().slice(21)) })
  const shot = (n: string) => p.screenshot({ path: `/tmp/look/${n}.png` })
  try {
    await signIn(p, site, 'sem')
    await p.waitForTimeout(4000)
    await t.offline(true)
    const d = await p.locator('a[href*="/dossier/"]').first().getAttribute('href')
    await p.goto(`${O}${d}/finding/new`)
    await p.waitForTimeout(2500)
    await p.keyboard.press('Space')
    await p.waitForTimeout(3000)
    const field = p.getByLabel('Wat ziet u?')
    if (await field.count()) await field.fill('Losse kabels bij de pakband')
    await shot('finding')
    await p.getByRole('button', { name: 'Afval of opslag' }).click({ timeout: 3000 }).catch(() => console.log('no card'))
    await p.getByRole('button', { name: 'Leg vast' }).click()
    await p.waitForTimeout(2000)
    await p.goto(`${O}/sync`); await p.waitForTimeout(2000); await shot('photo-offline')
    await t.offline(false)
    await p.waitForTimeout(9000); await shot('photo-online')
    await p.getByRole('button', { name: 'Verzend nu' }).click(); await p.waitForTimeout(4000); await shot('photo-online2')
  } catch (e) { await shot('failed'); console.log(String(e).slice(0, 600)) }
  console.log(t.errors)
  await t.kill()
})
