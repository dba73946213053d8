/** An operational lead makes an action on screen: goal, sites, a team with its people, the order by keyboard; all of it is kept. */
import { expect, test } from '@playwright/test'
import { signIn } from './house/sign-in.ts'
import { openSite } from './house/site.ts'
import { DESKTOP, openTablet } from './house/tablet.ts'
import { say } from './house/words.ts'

test('sites, a team and its people are kept by the server, and the order goes by keyboard', async () => {
  const site = await openSite()
  const desk = await openTablet(site.origin, { size: DESKTOP })
  const { page } = desk
  const refused: string[] = []
  page.on('response', (answer) => {
    if (answer.status() >= 400) refused.push(`${String(answer.status())} ${answer.request().method()} ${answer.url()}`)
  })
  try {
    await signIn(page, site, 'karin')
    await page.goto(`${site.origin}/actions/new`)
    await page.getByRole('textbox').first().fill('Actiedag proef')
    await page.keyboard.press('Tab')
    const search = page.getByPlaceholder(say('new_action_find_hint'))
    for (const word of ['Zijtwende', 'Orchidee']) {
      await search.fill(word)
      await page.waitForTimeout(1_500)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
    }
    const moves = page.getByRole('button', { name: /^Verplaats/ })
    await expect(moves).toHaveCount(2)
    await page.getByRole('button', { name: 'Team erbij' }).click()
    await page.getByRole('checkbox', { name: 'Defne Kaya' }).check({ force: true })
    await page.getByRole('button', { name: 'Klaar' }).click()
    await moves.first().focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expect(moves.first()).toHaveAccessibleName(/Orchidee/)
    await expect(page.getByText('Bewaard', { exact: true })).toBeVisible()
    await page.reload()
    await expect(page.getByText(/1 persoon/)).toBeVisible()
    await expect(moves.first()).toHaveAccessibleName(/Orchidee/)
    expect(refused).toEqual([])
  } finally {
    await desk.close()
    await site.close()
  }
})
