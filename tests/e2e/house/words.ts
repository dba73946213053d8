/** The words of the screens, from the catalogues themselves: a test presses what a person reads. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './site.ts'

type Variants = { match: Record<string, string> }[]
const folder = join(ROOT, 'pwa/messages')

function load(language: string): Map<string, string | Variants> {
  const all = new Map<string, string | Variants>()
  for (const room of readdirSync(folder)) {
    const told = JSON.parse(readFileSync(join(folder, room, `${language}.json`), 'utf8')) as Record<string, string | Variants>
    for (const [key, text] of Object.entries(told)) all.set(key, text)
  }
  return all
}
const loaded = { nl: load('nl'), en: load('en') }
export type Language = keyof typeof loaded

/** The text of a message with its parts filled in; of a message in several forms the one that the parts select. */
export function say(key: string, parts: Record<string, string | number> = {}, language: Language = 'nl'): string {
  const found = loaded[language].get(key)
  if (found === undefined) throw new Error(`no message ${key} in pwa/messages (${language})`)
  const form = typeof found === 'string' ? found : select(found[0]?.match ?? {}, parts)
  return form.replace(/\{(\w+)\}/g, (_, name: string) => String(parts[name] ?? `{${name}}`))
}

function select(forms: Record<string, string>, parts: Record<string, string | number>): string {
  const chosen = Object.entries(forms).find(([rule]) =>
    rule.split(/,\s*/).every((one) => {
      const [name = '', value] = one.split('=')
      if (name.endsWith('Plural')) return value === (parts[name.slice(0, -6)] === 1 ? 'one' : 'other')
      return value === '*' || value === String(parts[name])
    }),
  )
  return chosen?.[1] ?? Object.values(forms)[0] ?? ''
}

/** A pattern for a message whose parts are not known: each part is "anything". */
export function saying(key: string, language: Language = 'nl'): RegExp {
  const found = loaded[language].get(key)
  if (found === undefined) throw new Error(`no message ${key} in pwa/messages (${language})`)
  const forms = typeof found === 'string' ? [found] : Object.values(found[0]?.match ?? {})
  const escape = (text: string) => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.+')
  return new RegExp(forms.map(escape).join('|'))
}
