import { test } from '@playwright/test'
import { openTablet, PHONE, TABLET } from '../house/tablet.ts'
import { signIn } from '../house/sign-in.ts'
import { expectNoViolation, expectLargeTargets } from '../house/axe.ts'
const site = { origin: 'http://localhost:8123' } as never
test('look', async () => {
  const t = await openTablet('http://localhost:8123', {})
  const p = t.page
  p.on('console', (m) => m.type() === 'error' && console.log('console', m.text().slice(0, 400)))
  try {
  await signIn(p, site, 'nadia')
  await p.waitForTimeout(2000)
  const d = await p.locator('.hero a[href*="/dossier/"]').first().getAttribute('href')
  await p.goto('http://localhost:8123' + d)
  await p.waitForTimeout(2000)
  await p.screenshot({ path: '/tmp/dev/d1.png' })
  await p.goto('http://localhost:8123' + d + '/finding/new')
  await p.waitForTimeout(2500)
  await p.keyboard.press('Space')
  await p.waitForTimeout(3000)
  await p.getByRole('button', { name: 'Pijl' }).click()
  const box = (await p.locator('canvas').boundingBox())!
  await p.mouse.move(box.x + 40, box.y + 40); await p.mouse.down(); await p.mouse.move(box.x + 200, box.y + 150, { steps: 5 }); await p.mouse.up()
  await p.getByRole('button', { name: 'Vervaag' }).click()
  await p.mouse.move(box.x + 5, box.y + 5); await p.mouse.down(); await p.mouse.move(box.x + 80, box.y + 60, { steps: 5 }); await p.mouse.up()
  await p.waitForTimeout(300)
  await p.screenshot({ path: '/tmp/dev/f1.png' })
  await p.getByRole('button', { name: 'Bewaar' }).click()
  await p.waitForTimeout(1000)
  await p.getByRole('button', { name: 'Afval of opslag' }).click()
  await p.getByLabel('team', { exact: true }).check({ force: true })
  await p.getByLabel('Wat ziet u?').fill('Vaten zonder etiket, busje XB-104-O erbij')
  await p.locator('button.card').click()
  await p.waitForTimeout(500)
  await p.getByLabel('Ruimte').fill('Pakhal, deur 3')
  await p.getByRole('button', { name: /Kaart: wijs/ }).click({ position: { x: 200, y: 120 } })
  await p.waitForTimeout(500)
  await p.screenshot({ path: '/tmp/dev/f2.png' })
  await p.getByRole('button', { name: 'Klaar' }).click()
  await p.waitForTimeout(300)
  await p.screenshot({ path: '/tmp/dev/f3.png', fullPage: true })
  await expectLargeTargets(p, 'finding').catch((e) => console.log(String(e).slice(0, 1500)))
  await expectNoViolation(p, 'finding').catch((e) => console.log(String(e).slice(0, 3500)))
  await p.getByRole('button', { name: 'Leg vast' }).click()
  await p.waitForTimeout(3000)
  await p.screenshot({ path: '/tmp/dev/d2.png' })
  } catch (e) { await p.screenshot({ path: '/tmp/dev/f1.png' }); console.log(String(e).slice(0,500), t.errors) }
  console.log(t.errors, t.violations)
  await t.close()
})
