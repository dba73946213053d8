import { test } from '@playwright/test'
import { openTablet } from '../house/tablet.ts'
import { signIn } from '../house/sign-in.ts'
const O = 'http://localhost:8231'
const site = { origin: O } as never
test('messages', async () => {
  test.setTimeout(120_000)
  const t = await openTablet(O, {})
  const p = t.page
  p.on('console', (m) => console.log('console', m.type(), m.text().slice(0, 400)))
  await signIn(p, site, 'nadia')
  await p.waitForTimeout(6000)
  await p.goto(`${O}/messages`); await p.waitForTimeout(3000)
  const cdp = await t.context.newCDPSession(p)
  await cdp.send('Profiler.enable'); await cdp.send('Profiler.start')
  await new Promise((r) => setTimeout(r, 3000))
  const r = await Promise.race([cdp.send('Profiler.stop'), new Promise((x) => setTimeout(() => x(null), 15000))]) as any
  if (r) { const counts = new Map<string, number>(); const self = new Map(r.profile.nodes.map((n: any) => [n.id, n])); for (const s of r.profile.samples) { const n: any = self.get(s); const k = n.callFrame.functionName + ' ' + n.callFrame.url.slice(-40) + ':' + n.callFrame.lineNumber; counts.set(k, (counts.get(k) ?? 0) + 1) } console.log([...counts].sort((a, b) => b[1] - a[1]).slice(0, 25)) } else console.log('stuck')
  await Promise.race([p.screenshot({ path: '/tmp/look/messages2.png' }), new Promise((x) => setTimeout(x, 8000))])
  console.log(t.errors)
  await t.kill()
})
