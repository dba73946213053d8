/**
 * The network between one tablet and the site: a TCP link that can be cut for real, also under a service worker and
 * workers, and that can lose the answer to a request that the server already carried out.
 */
import { once } from 'node:events'
import { type Socket, connect, createServer } from 'node:net'

/** What becomes of a request: passed on, or passed on with its answer lost and the connection cut. */
export type Fate = 'pass' | 'lose-answer'

export type Link = {
  port: number
  up: () => void
  down: () => void
  /** Called for each request that begins, as `POST /api/v1/sync/push`. */
  decide: (rule: (request: string) => Fate) => void
  /** Called when the answer to a request was lost. */
  onLost: (told: (request: string) => void) => void
  close: () => void
}

const BEGINS = /^(GET|HEAD|POST|PUT|PATCH|DELETE) (\S+) HTTP\/1\.1\r\n/

export async function openLink(target: number): Promise<Link> {
  const open = new Set<Socket>()
  let works = true
  let rule: (request: string) => Fate = () => 'pass'
  let told: (request: string) => void = () => undefined
  const server = createServer((tablet) => {
    if (!works) return void tablet.destroy()
    const site = connect(target, '127.0.0.1')
    let losing: string | null = null
    const end = () => {
      tablet.destroy()
      site.destroy()
      open.delete(tablet)
    }
    open.add(tablet)
    tablet.on('data', (data) => {
      const found = BEGINS.exec(data.subarray(0, 400).toString('latin1'))
      if (found) {
        const request = `${found[1]} ${found[2]}`
        losing = rule(request) === 'lose-answer' ? request : null
      }
      site.write(data)
    })
    site.on('data', (data) => {
      if (losing === null) return void tablet.write(data)
      told(losing)
      losing = null
      end()
    })
    for (const socket of [tablet, site]) socket.on('close', end).on('error', end)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the link has no port')
  const cut = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    port: address.port,
    up: () => (works = true),
    down: () => {
      works = false
      cut()
    },
    decide: (next) => (rule = next),
    onLost: (next) => (told = next),
    close: () => {
      cut()
      server.close()
    },
  }
}
