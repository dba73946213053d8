/** 7b. The keyboard alone completes a checklist, from sign-in to the signature of the agency. */
import { expect, type Page, test } from '@playwright/test'
import { people } from './house/people.ts'
import { rows } from './house/seen.ts'
import { openSite } from './house/site.ts'
import { openTablet } from './house/tablet.ts'
import { say, saying } from './house/words.ts'

/** Tab on until the element with this role and name has the focus. */
async function tabTo(page: Page, role: 'button' | 'link', name: string | RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name }).first()
  for (let step = 0; step < 150; step += 1) {
    if (await wanted.evaluate((one) => one === document.activeElement).catch(() => false)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached ${role} ${name}`)
}

/** The question one is at, as its card says. */
const code = (page: Page) => page.locator('[data-question]').first().getAttribute('data-question')

test('sign in, open the list, answer every question and sign off without a pointer', async () => {
  const site = await openSite()
  const tablet = await openTablet(site.origin)
  const { page } = tablet
  try {
    await page.goto(`${site.origin}/sign-in`)
    const person = page.getByRole('radio', { name: people.nadia.name })
    await expect(person).toBeAttached()
    for (
      let step = 0;
      step < 30 &&
      !(await page
        .getByRole('radio')
        .first()
        .evaluate((one) => one.ownerDocument.activeElement?.getAttribute('name') === 'person'));
      step += 1
    ) {
      await page.keyboard.press('Tab')
    }
    for (let step = 0; step < 80 && !(await person.isChecked()); step += 1) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page).not.toHaveURL(/sign-in/)

    await tabTo(page, 'link', say('app_place_dossier'))
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/dossier\//)
    await tabTo(page, 'link', say('dossier_my_list'))
    await page.keyboard.press('Enter')
    await expect(page.locator('[data-question]').first()).toBeVisible()

    // J says yes, a number is typed, ↓ goes to the next open question; shown questions only, skip logic included.
    const done = page.getByRole('button', { name: say('checklist_finish'), exact: true })
    for (let step = 0; step < 40 && !(await page.getByText(say('checklist_all_answered')).first().isVisible()); step += 1) {
      const at = await code(page)
      const card = page.locator(`[data-question="${at}"]`)
      const field = card.getByRole('spinbutton').or(card.getByRole('textbox')).first()
      if (
        await card
          .getByRole('radio')
          .first()
          .isVisible()
          .catch(() => false)
      )
        await page.keyboard.press('j')
      else if (await field.isVisible().catch(() => false)) {
        for (let tab = 0; tab < 20 && !(await field.evaluate((one) => one === document.activeElement)); tab += 1)
          await page.keyboard.press('Tab')
        await page.keyboard.type('4')
        await page.keyboard.press('Enter')
        await page.keyboard.press('Tab')
      }
      await expect(page.getByText(saying('checklist_saved')).first()).toBeVisible()
      await page.waitForTimeout(500) // a good answer moves on by itself
      if ((await code(page)) === at) await page.keyboard.press('ArrowDown')
    }
    await expect(done.last()).toBeVisible()
    await tabTo(page, 'button', say('checklist_finish'))
    await page.keyboard.press('Enter')
    await tabTo(page, 'button', saying('checklist_sign_as'))
    await page.keyboard.press('Enter')
    await expect(page.getByText(saying('checklist_signed_off')).first()).toBeVisible()
    await expect
      .poll(() => rows(site, "SELECT count(*) AS n FROM operation WHERE kind = 'instance.sign_off'"), { timeout: 60_000 })
      .not.toEqual([{ n: '0' }])
  } finally {
    await tablet.close()
    await site.close()
  }
})
