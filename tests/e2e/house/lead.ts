/** The operational lead over the API: what the planning screens do, for tests that are about tablets. */
import { people, type Person } from './people.ts'
import type { Site } from './site.ts'

type Team = { id: string; label: string; members: { member: string; agency: string; role: string }[] }
type Action = { id: string; title: string; state: string; version: number; teams: Team[] }
type DemoPerson = { membership: string; member: string; name: string; agency: { id: string; code: string } }

export type Lead = { action: Action; put: (teams: Team[]) => Promise<void>; find: (who: Person) => { member: string; agency: string } }

export async function lead(site: Site, title: RegExp): Promise<Lead> {
  const everybody = (await (await fetch(`${site.origin}/api/v1/demo/people`)).json()) as DemoPerson[]
  const find = (who: Person) => {
    const { name, agency } = people[who]
    const found = everybody.find((one) => one.name === name && one.agency.code === agency)
    if (!found) throw new Error(`${name} of ${agency} is not in the demo`)
    return found
  }
  const device = { id: crypto.randomUUID(), label: 'Desk' }
  const signedIn = await call(site, 'POST', '/sessions', { membership: find('karin').membership, device })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { actions } = (await (await call(site, 'GET', '/control-actions', undefined, { cookie })).json()) as { actions: Action[] }
  const id = actions.find((one) => title.test(one.title) && one.state !== 'closed')?.id
  if (!id) throw new Error(`no open action ${title} among ${actions.map((one) => one.title).join(', ')}`)
  const read = async () => (await (await call(site, 'GET', `/control-actions/${id}`, undefined, { cookie })).json()) as Action
  return {
    action: await read(),
    put: async (teams) => {
      const match = { cookie, 'If-Match': `"${(await read()).version}"` }
      const answer = await call(site, 'PUT', `/control-actions/${id}/teams`, { teams }, match)
      if (!answer.ok) throw new Error(await answer.text())
    },
    find: (who) => ({ member: find(who).member, agency: find(who).agency.id }),
  }
}

function call(site: Site, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  return fetch(`${site.origin}/api/v1${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'glashelder', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}
