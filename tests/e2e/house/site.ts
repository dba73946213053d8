/**
 * The real site: the built app behind gunicorn, with its job worker, on data of its own. It can be stopped, killed in
 * the middle, started again on the same data and the same port, and given a new build.
 *
 * E2E_DATABASE_URL names an empty PostgreSQL database; without it the site runs on SQLite.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

export const ROOT = resolve(import.meta.dirname, '../../..')
const PYTHON = join(ROOT, '.venv/bin/python')
const BUILT = process.env['E2E_APP'] ?? join(ROOT, 'pwa/dist')

export type Site = {
  origin: string
  port: number
  folder: string
  /** Start what is stopped; resolves when the server is ready. */
  start: () => Promise<void>
  /** End server and worker politely. */
  stop: () => Promise<void>
  /** SIGKILL to server and worker, as a power cut of the machine room. */
  kill: () => Promise<void>
  /** Put another build in place of the present one, as `make app` does. */
  deploy: (built: string) => Promise<void>
  /** Run `flask …` on this site's data; its standard output. */
  flask: (...words: string[]) => Promise<string>
  /** Ask this site's database; a JSON list of rows, all values as text. */
  query: (sql: string) => Promise<string>
  /** Stop for good and take the data away. */
  close: () => Promise<void>
}

let prepared: Promise<string> | null = null

/** Demo data made once a run (or, in E2E_DATA, before it); each site works on a copy. */
function demoData(): Promise<string> {
  prepared ??= process.env['E2E_DATA']
    ? Promise.resolve(process.env['E2E_DATA'])
    : (async () => {
        const folder = await mkdtemp(join(tmpdir(), 'glashelder-data-'))
        await fill(environmentFor(folder, 0, BUILT))
        process.on('exit', () => void rm(folder, { recursive: true, force: true }))
        return folder
      })()
  return prepared
}

async function fill(env: NodeJS.ProcessEnv): Promise<void> {
  for (const words of [
    ['db', 'upgrade'],
    ['seeds', 'load'],
  ])
    await flask(env, words)
}

async function flask(env: NodeJS.ProcessEnv, words: string[]): Promise<string> {
  const command = ['-m', 'flask', '--app', 'server.app', ...words]
  return (await run(PYTHON, command, { cwd: ROOT, env, maxBuffer: 2 ** 26 })).stdout
}

function environmentFor(folder: string, port: number, pwa: string): NodeJS.ProcessEnv {
  const { DATABASE_URL: _others, ...mine } = process.env
  const database = process.env['E2E_DATABASE_URL']
  return {
    ...mine,
    ...(database ? { DATABASE_URL: database } : {}),
    GLASHELDER_MODE: 'demo',
    GLASHELDER_DATA_DIR: folder,
    GLASHELDER_PWA_DIR: pwa,
    GLASHELDER_BIND: `127.0.0.1:${port}`,
    GLASHELDER_ADDRESS: `http://localhost:${port}`,
    GLASHELDER_LOG_LEVEL: 'WARNING',
    PYTHONUNBUFFERED: '1',
  }
}

export async function openSite(): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'glashelder-site-'))
  const port = await freePort()
  const pwa = join(folder, 'app', 'dist')
  await cp(BUILT, pwa, { recursive: true })
  const env = environmentFor(folder, port, pwa)
  if (process.env['E2E_DATABASE_URL']) {
    await run(PYTHON, ['-c', EMPTY], { cwd: ROOT, env })
    await fill(env)
  } else await cp(await demoData(), folder, { recursive: true })

  const origin = `http://localhost:${port}`
  let running: ChildProcess[] = []

  async function start(): Promise<void> {
    if (running.length) return
    running = [
      process_(['-m', 'gunicorn', '-c', 'python:server.serving.gunicorn', 'server.serving.wsgi:app'], env),
      process_(['-m', 'flask', '--app', 'server.app', 'jobs', 'work'], env),
    ]
    await ready(origin, running[0])
  }
  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const ending = running
    running = []
    await Promise.all(ending.map((child) => endGroup(child, signal)))
  }

  const site: Site = {
    origin,
    port,
    folder,
    start,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    deploy: async (built) => {
      const [fresh, kept] = [join(folder, 'app', 'dist-new'), join(folder, 'app', 'kept')]
      await cp(built, fresh, { recursive: true })
      await rm(kept, { recursive: true, force: true })
      await rename(pwa, kept)
      await rename(fresh, pwa)
    },
    flask: (...words) => flask(env, words),
    query: async (sql) => {
      const database = env['DATABASE_URL'] ?? join(folder, 'glashelder.sqlite3')
      return (await run(PYTHON, ['-c', QUERY, database, sql], { cwd: ROOT, maxBuffer: 2 ** 26 })).stdout
    },
    close: async () => {
      await end('SIGTERM')
      await rm(folder, { recursive: true, force: true })
    },
  }
  await start().catch(async (error: unknown) => {
    await site.close()
    throw error
  })
  return site
}

const QUERY = `import json, sys
database, sql = sys.argv[1:]
if "://" in database:
    import psycopg
    db = psycopg.connect(database.replace("+psycopg", ""))
else:
    import sqlite3
    db = sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=30)
cursor = db.execute(sql)
names = [column[0] for column in cursor.description]
text = lambda value: value.hex() if isinstance(value, bytes) else str(value)
print(json.dumps([dict(zip(names, map(text, row))) for row in cursor.fetchall()]))
`
const EMPTY = `import os, psycopg
url = os.environ["DATABASE_URL"].replace("+psycopg", "")
with psycopg.connect(url, autocommit=True) as db:
    db.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE EXTENSION IF NOT EXISTS postgis")
`

/** A second build of the same source, whose assets differ: as if the next version had been made. */
export async function buildNextVersion(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'glashelder-next-'))
  await mkdir(join(folder, 'pwa'))
  const skip = new Set(['node_modules', 'dist', 'kept', 'dist-new'])
  await cp(join(ROOT, 'pwa'), join(folder, 'pwa'), {
    recursive: true,
    filter: (path) => !skip.has(path.slice(join(ROOT, 'pwa').length + 1).split('/')[0] ?? ''),
  })
  await run('ln', ['-s', join(ROOT, 'pwa/node_modules'), join(folder, 'pwa/node_modules')])
  await run('ln', ['-s', join(ROOT, 'schemas'), join(folder, 'schemas')])
  for (const language of ['nl', 'en']) {
    const file = join(folder, 'pwa/messages/app', `${language}.json`)
    await run('sed', ['-i', 's/"app_name": "Glashelder"/"app_name": "Glashelder 2"/', file])
  }
  const out = join(folder, 'dist')
  await run('npx', ['--no-install', 'vite', 'build', '--outDir', out, '--emptyOutDir', '--logLevel', 'error'], {
    cwd: join(folder, 'pwa'),
  })
  return out
}

function process_(words: string[], env: NodeJS.ProcessEnv): ChildProcess {
  const quiet = process.env['E2E_SERVER_OUTPUT'] ? 'inherit' : 'ignore'
  return spawn(PYTHON, words, { cwd: ROOT, env, detached: true, stdio: ['ignore', quiet, quiet] })
}

async function endGroup(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const gone = once(child, 'exit')
  process.kill(-child.pid, signal)
  const late = pause(25_000).then(() => child.pid && child.exitCode === null && process.kill(-child.pid, 'SIGKILL'))
  await Promise.race([gone, late])
}

async function ready(origin: string, server: ChildProcess | undefined): Promise<void> {
  let last = 'no answer'
  for (let wait = 0; wait < 900; wait += 1) {
    if (server?.exitCode !== null) throw new Error('the server ended; E2E_SERVER_OUTPUT=1 shows why')
    const answer = await fetch(`${origin}/readyz`).catch(() => null)
    if (answer?.ok) return
    if (answer) last = await answer.text()
    await pause(100)
  }
  throw new Error(`the server was not ready within 90 seconds: ${last}`)
}

async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
