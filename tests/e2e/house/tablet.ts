/**
 * A tablet: the real Chromium in a process group of its own with a profile on disk, so that a test can
 * kill it as a flat battery would, and open it again with what it had stored.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, type BrowserContext, type Page, chromium, test } from '@playwright/test'
import { type Link, openLink } from './link.ts'

const EXECUTABLE = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

export type Size = { width: number; height: number }
export const TABLET: Size = { width: 1180, height: 820 }
export const PHONE: Size = { width: 412, height: 915 }
export const DESKTOP: Size = { width: 1440, height: 900 }

/** Where the demo's first visit is, roughly; tests move it as they need. */
export const WESTLAND = { longitude: 4.2203, latitude: 52.0119, accuracy: 8 }

export type Tablet = {
  page: Page
  context: BrowserContext
  profile: string
  /** The network between this tablet and the site. */
  link: Link
  /** Content security policy violations seen so far, on every page of this tablet. */
  violations: string[]
  /** Uncaught errors of pages seen so far. */
  errors: string[]
  /** Cut the link, and say so to the browser; or join it again. */
  offline: (off: boolean) => Promise<void>
  /** SIGSTOP to the whole group: from this moment nothing more is written. */
  freeze: () => void
  /** SIGKILL to the whole group: nothing gets a chance to write. */
  kill: () => Promise<void>
  close: () => Promise<void>
}

export type Options = { profile?: string; size?: Size; offline?: boolean; language?: 'nl' | 'en'; camera?: boolean }

export async function newProfile(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'glashelder-tablet-'))
}

/** Start Chromium on a profile (a fresh one unless given) for the site at `origin`; opens no page of it. */
export async function openTablet(origin: string, options: Options = {}): Promise<Tablet> {
  const profile = options.profile ?? (await newProfile())
  const port = Number(new URL(origin).port)
  const link = await openLink(port)
  if (options.offline) link.down()
  const child = spawn(EXECUTABLE, [...flags(profile, options), route(port, link.port), 'about:blank'], {
    detached: true, // the leader of a group of its own
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, TZ: 'Europe/Amsterdam', LANGUAGE: options.language ?? 'nl' },
  })
  const browser = await chromium.connectOverCDP(await endpoint(child))
  const context = browser.contexts()[0]
  if (!context) throw new Error('Chromium came up without its default context')
  const violations: string[] = []
  const errors: string[] = []
  await allow(browser, origin, options.camera ?? true)
  context.setDefaultTimeout(40_000)
  await context.setGeolocation(WESTLAND)
  context.on('weberror', (error) => errors.push(String(error.error())))
  await context.exposeBinding('reportViolation', (_source, text: string) => violations.push(text))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { reportViolation: (text: string) => void }).reportViolation
      report(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`)
    })
  })
  if (options.offline) await context.setOffline(true)
  const page = context.pages()[0] ?? (await context.newPage())
  await page.setViewportSize(options.size ?? TABLET)
  return {
    page,
    context,
    profile,
    link,
    violations,
    errors,
    offline: async (off) => {
      if (off) link.down()
      else link.up()
      await context.setOffline(off)
    },
    freeze: () => void (child.pid && process.kill(-child.pid, 'SIGSTOP')),
    kill: () => end(child, browser, link, 'SIGKILL'),
    close: async () => {
      await picture(context)
      await end(child, browser, link, 'SIGTERM')
    },
  }
}

/** Chromium writes its cookies down within half a minute; whoever is killed before that has to sign in again. */
export async function signedInOnDisk({ profile }: Tablet): Promise<boolean> {
  const files = ['Cookies', 'Cookies-journal', 'Cookies-wal'].map((name) => join(profile, 'Default', name))
  const found = await Promise.all(files.map((file) => readFile(file, 'latin1').catch(() => '')))
  return found.some((content) => content.includes('gh_session'))
}

export async function forget(profile: string): Promise<void> {
  await rm(profile, { recursive: true, force: true })
}

function flags(profile: string, options: Options): string[] {
  return [
    '--headless=new',
    '--no-sandbox', // the suite may run as root
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    `--lang=${options.language ?? 'nl'}`,
    `--accept-lang=${options.language ?? 'nl'}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--password-store=basic',
    '--hide-scrollbars',
    '--use-fake-device-for-media-stream',
    ...(options.camera === false ? [] : ['--use-fake-ui-for-media-stream']),
  ]
}

/** The site's own origin, reached over the tablet's link. */
function route(port: number, link: number): string {
  return `--host-resolver-rules=MAP localhost:${port} 127.0.0.1:${link}`
}

async function endpoint(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('Chromium has no stderr')
  const lines = createInterface({ input: child.stderr })
  const said: string[] = []
  for await (const line of lines) {
    const found = /DevTools listening on (ws:\/\/\S+)/.exec(line)
    if (found?.[1]) {
      child.stderr.resume() // keep draining, or Chromium blocks on a full pipe
      return found[1]
    }
    said.push(line)
  }
  throw new Error(`Chromium did not start: ${said.join('\n')}`)
}

/** Each permission by itself: Playwright's list denies what it does not name. They hold as long as the session that set them. */
async function allow(browser: Browser, origin: string, camera: boolean): Promise<void> {
  const session = await browser.newBrowserCDPSession()
  const set = (name: string, setting: 'granted' | 'denied') =>
    session.send('Browser.setPermission', { permission: { name }, setting, origin })
  await set('geolocation', 'granted')
  await set('persistent-storage', 'granted')
  await set('camera', camera ? 'granted' : 'denied')
}

/** E2E_PICTURES names a folder: how each page looked when its tablet was put away. */
async function picture(context: BrowserContext): Promise<void> {
  const folder = process.env['E2E_PICTURES']
  if (!folder) return
  for (const page of context.pages()) {
    const path = join(folder, `${test.info().titlePath[0]}-${Date.now()}.png`)
    await page.screenshot({ path, timeout: 5_000 }).catch(() => undefined)
  }
}

async function end(child: ChildProcess, browser: Browser, link: Link, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode === null && child.signalCode === null && child.pid) {
    const gone = once(child, 'exit')
    process.kill(-child.pid, signal)
    await Promise.race([gone, new Promise((late) => setTimeout(late, 10_000))])
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL')
  }
  await browser.close().catch(() => undefined)
  link.close()
}
