/** 6. A member changes team: the leaver's store loses the visit, own unsent work still goes up; the joiner gets it all. */
import { expect, test } from '@playwright/test'
import { lead } from './house/lead.ts'
import { rows } from './house/seen.ts'
import { readyForOffline, signIn } from './house/sign-in.ts'
import { openSite } from './house/site.ts'
import { openTablet } from './house/tablet.ts'
import { answer, expectAnswer, freeFinding, openList, openNextVisit } from './house/visit.ts'
import { say } from './house/words.ts'

test('the one who leaves loses the visit but no work, the one who joins gets everything from the start', async () => {
  const site = await openSite()
  const leaver = await openTablet(site.origin)
  const joiner = await openTablet(site.origin)
  const ops = () => rows(site, "SELECT id, kind FROM operation WHERE kind IN ('finding.add', 'evidence.add') ORDER BY kind")
  const there = new Set((await ops()).map(({ id }) => id))
  const work = async () => (await ops()).filter(({ id }) => !there.has(id)).map(({ kind }) => kind)
  try {
    await signIn(leaver.page, site, 'nadia')
    await readyForOffline(leaver.page)
    const { dossier, name } = await openNextVisit(leaver.page, site)
    const first = () => rows(site, "SELECT id FROM operation WHERE kind = 'answer.set'")
    const held = (await first()).length
    await openList(leaver.page, site, dossier, 'GEN-START')
    await answer(leaver.page, 'GEN-04', 'yes')
    await expect.poll(async () => (await first()).length, { timeout: 90_000 }).toBe(held + 1)

    // Unsent work, written while she was still in the team.
    await leaver.offline(true)
    await answer(leaver.page, 'GEN-07', 'yes')
    await freeFinding(leaver.page, site, dossier, 'Gezien voor de wissel')

    await signIn(joiner.page, site, 'noor')
    await expect(joiner.page.getByText(name)).toHaveCount(0)
    const plan = await lead(site, /Westland/)
    const [nadia, noor] = [plan.find('nadia').member, plan.find('noor')]
    const mine = plan.action.teams.find((team) => team.members.some(({ member }) => member === nadia))
    await plan.put(
      plan.action.teams.map(({ id, label, members }) => {
        const stay = members
          .filter(({ member }) => member !== nadia && member !== noor.member)
          .map(({ member, agency, role }) => ({ member, agency, role }))
        return { id, label, members: id === mine?.id ? [...stay, { ...noor, role: 'inspector' }] : stay }
      }),
    )

    // The leaver: her work goes up and is accepted, the visit is gone from the tablet.
    await leaver.offline(false)
    await leaver.page.goto(`${site.origin}/`)
    await expect.poll(work, { timeout: 120_000 }).toEqual(['evidence.add', 'finding.add'])
    await expect(leaver.page.getByText(name)).toHaveCount(0, { timeout: 60_000 })
    expect(await rows(site, 'SELECT reason FROM quarantine')).toEqual([])
    await leaver.page.goto(`${site.origin}/dossier/${dossier}`)
    await expect(leaver.page.getByText(say('dossier_absent_title')).or(leaver.page.getByText(say('dossier_not_assigned')))).toBeVisible()

    // The joiner: the whole joint part, also what was recorded before she came.
    await joiner.page.goto(`${site.origin}/dossier/${dossier}`)
    await expect(joiner.page.getByRole('heading', { level: 1, name })).toBeVisible({ timeout: 90_000 })
    await openList(joiner.page, site, dossier, 'GEN-START')
    for (const code of ['GEN-04', 'GEN-07']) await expectAnswer(joiner.page, code, 'yes')
  } finally {
    await Promise.all([leaver.close(), joiner.close()])
    await site.close()
  }
})
