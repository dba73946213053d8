import { test } from '@playwright/test'
import { openTablet, PHONE, TABLET } from '../house/tablet.ts'
import { signIn } from '../house/sign-in.ts'
const site = { origin: 'http://localhost:8123' } as never
test('look', async () => {
  const t = await openTablet('http://localhost:8123', {})
  t.page.on('console', (m) => console.log('console', m.type(), m.text().slice(0, 300)))
  t.page.on('response', (r) => { if (r.url().includes('/api/')) console.log(r.status(), r.request().method(), r.url().slice(21)) })
  try {
  await signIn(t.page, site, 'nadia')
  await t.page.waitForTimeout(3000)
  await t.page.screenshot({ path: '/tmp/dev/today.png' })
  console.log(t.errors, t.violations, t.page.url())
  const ids = await t.page.evaluate(() => [...document.querySelectorAll('a[href*="/dossier/"]')].map((a) => a.getAttribute('href')))
  console.log(ids)
  } catch (e) { await t.page.screenshot({ path: '/tmp/dev/today.png' }); console.log(String(e).slice(0,500), t.errors) }
  await t.close()
})
