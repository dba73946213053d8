/** Axe on the present screen, in each of the three modes. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const MODES = ['light', 'dark', 'sun'] as const
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export async function expectNoViolation(page: Page, screen: string): Promise<void> {
  const before = await page.evaluate(() => document.documentElement.dataset['mode'] ?? 'light')
  for (const mode of MODES) {
    await page.evaluate((to) => (document.documentElement.dataset['mode'] = to), mode)
    await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))))
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
    const told = violations.map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map((one) => one.html).join('\n    ')}`)
    expect(told, `${screen} in ${mode}`).toEqual([])
  }
  await page.evaluate((to) => (document.documentElement.dataset['mode'] = to), before)
}

/** The words of a control stay inside it, clear of its border. */
export async function expectWordsInside(page: Page, screen: string): Promise<void> {
  const touching = await page.evaluate(() => {
    const found: string[] = []
    for (const control of document.querySelectorAll<HTMLElement>('button, a.nl-button, main label, [role=tab]')) {
      if (!control.checkVisibility() || getComputedStyle(control).borderLeftStyle === 'none') continue
      const outer = control.getBoundingClientRect()
      const texts = document.createTreeWalker(control, NodeFilter.SHOW_TEXT)
      while (texts.nextNode()) {
        const { parentElement, textContent } = texts.currentNode
        if (!textContent?.trim() || !parentElement || parentElement.closest('svg, [class*=hidden]')) continue
        const range = document.createRange()
        range.selectNodeContents(texts.currentNode)
        const inner = range.getBoundingClientRect()
        const room = Math.min(inner.left - outer.left, outer.right - inner.right)
        const clipped = parentElement.getBoundingClientRect().width <= 1 // for readers alone
        if (!clipped && inner.width > 1 && room < 4) found.push(`${room.toFixed(1)} px: ${textContent.trim()}`)
      }
    }
    return found
  })
  expect(touching, `${screen}: words at the border of their control`).toEqual([])
}

/** Every control that can be pressed is at least 48 px in both directions, at field sizes (WCAG 2.5.8). */
export async function expectLargeTargets(page: Page, screen: string): Promise<void> {
  const small = await page.evaluate(() => {
    const pressed = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab]'
    /** What a finger hits: the label around it, or what the control lays over the whole row. */
    const measure = (one: HTMLElement) => {
      const box = (one.closest('label') ?? one).getBoundingClientRect()
      const over = getComputedStyle(one, '::after')
      const laid = over.content !== 'none' && over.position === 'absolute' && over.pointerEvents !== 'none'
      const [width, height] = laid ? [parseFloat(over.width), parseFloat(over.height)] : [0, 0]
      return { width: Math.max(box.width, width), height: Math.max(box.height, height) }
    }
    const inText = (one: Element) => one.tagName === 'A' && getComputedStyle(one).display === 'inline'
    const shown = (one: HTMLElement) =>
      one.checkVisibility({ opacityProperty: false }) && !one.closest('.gh-hidden, .skip, [aria-hidden=true]')
    return [...document.querySelectorAll<HTMLElement>(pressed)]
      .filter((one) => shown(one) && !inText(one))
      .map((one) => ({ one, box: measure(one) }))
      .filter(({ box }) => box.width > 0 && (box.width < 47.5 || box.height < 47.5))
      .map(({ one, box }) => `${Math.round(box.width)} × ${Math.round(box.height)} ${one.outerHTML.slice(0, 120)}`)
  })
  expect(small, `${screen}: targets smaller than 48 px`).toEqual([])
}
