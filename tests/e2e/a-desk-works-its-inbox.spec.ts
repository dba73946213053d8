/** An agency's inbox at a desk: by keyboard alone, with a colleague who was first, and without network. */
import { expect, type Page, test } from '@playwright/test'
import { expectNoViolation } from './house/axe.ts'
import { readyForOffline, signIn } from './house/sign-in.ts'
import { openSite, type Site } from './house/site.ts'
import { DESKTOP, openTablet, type Tablet } from './house/tablet.ts'
import { say, saying } from './house/words.ts'

let site: Site
let desk: Tablet
let page: Page
test.beforeEach(async () => {
  test.setTimeout(300_000)
  site = await openSite()
  desk = await openTablet(site.origin, { size: DESKTOP })
  page = desk.page
  await signIn(page, site, 'leo', '/inbox')
  await readyForOffline(page)
  await expect(tasks().first()).toBeVisible()
})
test.afterEach(async () => {
  expect(desk.violations).toEqual([])
  expect(desk.errors).toEqual([])
  await desk.close()
  await site.close()
})

const tasks = () => page.locator('main a[href^="/inbox/"]')
/** The number of the task that is open. */
async function number(): Promise<string> {
  const told = await page.locator('header:has(h1)').textContent()
  return /OPV-\d+-\d+/.exec(told ?? '')?.[0] ?? ''
}
const heading = () => page.getByRole('heading', { level: 1 })
const state = (word: string) => say('words_state', { state: word })

/** Open the first task that nobody decided on, from the view of new ones. */
async function openNew(): Promise<string> {
  await page.goto(`${site.origin}/inbox?view=new`)
  await tasks().first().click()
  await expect(page.getByRole('button', { name: say('inbox_accept') })).toBeEnabled()
  return number()
}

test('the keyboard alone accepts, takes back, refuses with a reason, asks and closes', async () => {
  await page.goto(`${site.origin}/inbox?view=new`)
  await expect(tasks().first()).toBeVisible()
  await page.keyboard.press('j')
  await expect(tasks().first()).toBeFocused()
  await page.keyboard.press('j')
  await expect(tasks().nth(1)).toBeFocused()
  await page.keyboard.press('k')
  const name = (await tasks().first().textContent()) ?? ''
  await page.keyboard.press('Enter')
  await expect(heading()).toContainText(name)

  const first = await number()
  await page.keyboard.press('v')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.getByRole('textbox', { name: say('inbox_ask_label') }).fill('Staat deur 3 ook aan de kaszijde vast?')
  await page.getByRole('button', { name: say('inbox_ask_send') }).press('Enter')
  await expect(page.getByText('Staat deur 3 ook aan de kaszijde vast?')).toBeVisible()
  await expect(page.getByText(say('inbox_unanswered'))).toBeVisible()

  await page.keyboard.press('a')
  await expect(page.getByText(say('inbox_done_accepted', { number: first })).first()).toBeVisible()
  await expect.poll(number, 'the next task follows').not.toBe(first)
  await page.getByRole('button', { name: say('inbox_undo', { what: say('inbox_key_accept') }) }).press('Enter')
  await expect(page.getByText(say('inbox_undone', { number: first })).first()).toBeVisible()

  const second = await number()
  expect(second).not.toBe(first)
  await page.keyboard.press('w')
  await page.getByRole('radio', { name: say('words_refusal', { reason: 'duplicate' }) }).press('Space')
  await page.keyboard.press('Enter')
  await expect(page.getByText(say('inbox_done_refused', { number: second })).first()).toBeVisible()

  await page.goto(`${site.origin}/inbox?view=returned`)
  await expect(page.getByText(state('refused')).first()).toBeVisible()
})

test('an accepted task is begun and closed with an outcome', async () => {
  const opened = await openNew()
  const address = page.url()
  await page.getByRole('button', { name: say('inbox_accept') }).click()
  await expect(page.getByText(say('inbox_done_accepted', { number: opened })).first()).toBeVisible()
  await page.goto(address)
  await page.getByRole('button', { name: say('inbox_start') }).click()
  await expect(page.getByText(say('inbox_done_started', { number: opened })).first()).toBeVisible()
  await page.getByRole('button', { name: say('inbox_close'), exact: true }).click()
  await expect(page.getByText(say('inbox_outcome_missing'))).toBeVisible()
  await page.locator('form').getByRole('radio').first().check({ force: true })
  await page.getByRole('button', { name: say('inbox_close'), exact: true }).click()
  await expect(page.getByText(say('inbox_done_closed', { number: opened })).first()).toBeVisible()
  await page.goto(`${site.origin}/inbox?view=closed`)
  await expect(tasks().first()).toBeVisible()
  await expectNoViolation(page, 'closed tasks')
})

test('a colleague who was first is shown, and nothing of theirs is overwritten', async () => {
  await openNew()
  const id = new URL(page.url()).pathname.split('/').pop() ?? ''
  await decideAsRuth(id)
  await page.getByRole('button', { name: say('inbox_accept') }).click()
  const told = page.getByRole('alert').filter({ hasText: say('inbox_overtaken_title') })
  await expect(told).toContainText('Ruth Appel')
  await expect(page.getByRole('button', { name: say('inbox_accept') })).toHaveCount(0)
  await expect(page.getByText(saying('inbox_life_refused')).first()).toBeVisible()
  await expectNoViolation(page, 'a colleague was first')
})

/** Ruth refuses it on her own machine, through the route that her screen uses. */
async function decideAsRuth(id: string): Promise<void> {
  const headers = { 'Content-Type': 'application/json', 'X-Requested-With': 'glashelder' }
  const people = (await (await fetch(`${site.origin}/api/v1/demo/people`)).json()) as { membership: string; name: string }[]
  const ruth = people.find(({ name }) => name === 'Ruth Appel')
  const device = { id: '0193a6f0-0000-7000-8000-000000000001', label: 'de computer van Ruth' }
  const signedIn = await fetch(`${site.origin}/api/v1/sessions`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ membership: ruth?.membership, device }),
  })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const refused = await fetch(`${site.origin}/api/v1/follow-ups/${id}/refusal`, {
    method: 'POST',
    headers: { ...headers, cookie, 'If-Match': '"1"' },
    body: JSON.stringify({ reason: 'already_handled' }),
  })
  expect(refused.status, await refused.text()).toBe(200)
}

test('without network the inbox is read as it last was, and decides nothing', async () => {
  const opened = await openNew()
  const address = page.url()
  await page.goto(`${site.origin}/inbox`)
  await expect(tasks().first()).toBeVisible()
  const before = await tasks().allTextContents()
  await desk.offline(true)
  await page.reload()
  await expect(page.getByText(saying('inbox_offline'))).toBeVisible()
  expect(await tasks().allTextContents()).toEqual(before)
  await expectNoViolation(page, 'the inbox without network')
  await page.goto(address)
  await expect(page.getByText(opened).first()).toBeVisible()
  await expect(page.getByRole('button', { name: say('inbox_accept') })).toBeDisabled()
  await page.keyboard.press('a')
  await page.goto(`${site.origin}/inbox?view=closed`)
  await expect(page.getByText(say('inbox_offline_none'))).toBeVisible()
  await desk.offline(false)
  await page.goto(address)
  await expect(page.getByRole('button', { name: say('inbox_accept') })).toBeEnabled()
})
