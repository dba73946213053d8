/** 7. The keyboard alone completes a checklist, without network, and axe finds nothing on the way in any mode. */
import { expect, test, type Page } from '@playwright/test'
import { expectLargeTargets, expectNoViolation } from './house/axe.ts'
import { count, rows } from './house/seen.ts'
import { readyForOffline, signIn } from './house/sign-in.ts'
import { openSite } from './house/site.ts'
import { openTablet } from './house/tablet.ts'
import { openList, openNextVisit } from './house/visit.ts'
import { say } from './house/words.ts'

const current = (page: Page) => page.locator('[data-question]').getAttribute('data-question')

const done = (page: Page) => page.getByText(say('checklist_all_answered')).first().isVisible()

/** Go with Tab, as a person does, until what has the focus bears these words. */
async function tabTo(page: Page, words: string, most = 60): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    const focused = await page.evaluate(() => {
      const one = document.activeElement
      return one?.getAttribute('aria-label') ?? one?.textContent ?? ''
    })
    if (focused.trim().startsWith(words)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach "${words}"`)
}

test('the keyboard alone answers every question, records a finding, takes a step back and signs off', async () => {
  test.setTimeout(420_000) // axe in three modes, four times
  const site = await openSite()
  const tablet = await openTablet(site.origin)
  const { page } = tablet
  try {
    await signIn(page, site, 'nadia')
    await readyForOffline(page)
    const { dossier } = await openNextVisit(page, site)
    const arrived = async () => ({
      answers: await count(site, 'answer', "checklist = 'BRW-BRAND' AND value <> 'null'"),
      signed: await count(site, 'operation', "kind = 'instance.sign_off'"),
    })
    const before = await arrived()
    await tablet.offline(true)
    await openList(page, site, dossier, 'BRW-BRAND')
    await expectNoViolation(page, 'an open question')

    // A bad answer stays, and its proposal comes next in the order of Tab.
    await page.keyboard.press('n')
    await expect(page.getByText(/Nooduitgang geblokkeerd/).first()).toBeVisible()
    await expect(page.locator('[data-question="BRA-01"] input:checked')).toBeFocused()
    await expectNoViolation(page, 'a proposal')
    await expectLargeTargets(page, 'a proposal')
    await tabTo(page, say('checklist_without_photo'), 6)
    await page.keyboard.press('Enter')
    await expect(page.getByText(say('checklist_recorded'), { exact: true }).last()).toBeVisible()
    await page.keyboard.press('ArrowDown')

    // The last step taken back, and done again.
    await expect.poll(() => current(page)).toBe('BRA-02')
    await page.keyboard.press('v')
    await expect.poll(() => current(page)).toBe('BRA-03')
    await page.keyboard.press('Control+z')
    await expect(page.getByText(say('checklist_undone', { what: say('ui_answer_na'), to: say('checklist_open') })).last()).toBeVisible()
    await expect.poll(() => current(page)).toBe('BRA-02')
    await expect(page.locator('[data-question="BRA-02"] input:checked')).toHaveCount(0)

    for (let question = 0; question < 20; question += 1) {
      if (await done(page)) break
      const code = await current(page)
      if (code === 'BRA-04') {
        await page.keyboard.press('Tab')
        await page.keyboard.type('4')
        await page.keyboard.press('Tab')
        await page.keyboard.press('ArrowDown')
      } else await page.keyboard.press(['BRA-06', 'BRA-08', 'BRA-12'].includes(code ?? '') ? 'n' : 'j')
      await expect
        .poll(async () => (await done(page)) || (await current(page)) !== code)
        .toBe(true)
    }
    const causes = 'BRA-06 en BRA-08'
    await expect(page.getByText(say('checklist_skipped', { count: 2, causes })).first()).toBeVisible()

    await tabTo(page, say('checklist_finish'))
    await page.keyboard.press('Enter')
    await expectNoViolation(page, 'sign-off')
    await tabTo(page, say('checklist_sign_as', { agency: 'BRW' }))
    await page.keyboard.press('Enter')
    await expect(page.getByText(say('checklist_signed_off', { agency: 'BRW' })).last()).toBeVisible()
    expect(tablet.errors).toEqual([])

    // Nothing left the tablet before; then all of it arrives, and nothing is set aside.
    expect(await arrived()).toEqual(before)
    await tablet.offline(false)
    const after = { answers: before.answers + 13, signed: before.signed + 1 }
    await expect.poll(arrived, { timeout: 60_000 }).toEqual(after)
    expect(await rows(site, 'SELECT reason FROM quarantine')).toEqual([])
  } finally {
    await tablet.close()
    await site.close()
  }
})
