/** 4. One tablet, two inspectors in turn: the first one's unsent work goes up under the second one's session. */
import { expect, test } from '@playwright/test'
import { people } from './house/people.ts'
import { rows } from './house/seen.ts'
import { changePerson, readyForOffline, signIn } from './house/sign-in.ts'
import { openSite } from './house/site.ts'
import { openTablet } from './house/tablet.ts'
import { answer, freeFinding, openList, openNextVisit } from './house/visit.ts'

const ARRIVED = `
  SELECT operation.id AS id, operation.kind AS kind, member.name AS author, agency.code AS agency
  FROM operation JOIN signer ON signer.id = operation.signer
  JOIN member ON member.id = signer.member JOIN agency ON agency.id = signer.agency
  WHERE operation.kind IN ('answer.set', 'finding.add', 'evidence.add') ORDER BY operation.kind`

test("what the first inspector left unsent arrives under the second one's session, with the right author", async () => {
  const site = await openSite()
  const tablet = await openTablet(site.origin)
  const { page } = tablet
  const there = new Set((await rows(site, ARRIVED)).map((one) => one['id']))
  const photos = (await rows(site, 'SELECT id FROM photo_receipt')).length
  const arrivedNow = async () => (await rows(site, ARRIVED)).filter(({ id }) => !there.has(id)).map(({ id: _id, ...told }) => told)
  try {
    // Both were here before, so that both may go on without network.
    await signIn(page, site, 'defne')
    await readyForOffline(page)
    await changePerson(page, site, 'nadia')
    const { dossier, name } = await openNextVisit(page, site)
    await tablet.offline(true)
    await openList(page, site, dossier, 'BRW-BRAND')
    await answer(page, 'BRA-02', 'no')
    await freeFinding(page, site, dossier, 'Alleen van de brandweer')
    expect(await arrivedNow()).toEqual([])

    await changePerson(page, site, 'defne')
    await expect(page.getByText('Alleen van de brandweer')).toHaveCount(0)
    await page.goto(`${site.origin}/dossier/${dossier}`)
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(page.getByText('Alleen van de brandweer')).toHaveCount(0)

    await tablet.offline(false)
    await signIn(page, site, 'defne') // the network is back: a session of hers, on this device
    const nadia = { author: people.nadia.name, agency: people.nadia.agency }
    await expect
      .poll(arrivedNow, { timeout: 90_000 })
      .toEqual(['answer.set', 'evidence.add', 'finding.add'].map((kind) => ({ kind, ...nadia })))
    await expect.poll(() => rows(site, 'SELECT id FROM photo_receipt'), { timeout: 90_000 }).toHaveLength(photos + 1)
    expect(await rows(site, 'SELECT reason FROM quarantine')).toEqual([])
  } finally {
    await tablet.close()
    await site.close()
  }
})
