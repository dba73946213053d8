import { test } from '@playwright/test'
test('s', async () => {
  const { createServer } = await import('node:http')
  const s = createServer((q, r) => r.end('hi')).listen(0, '127.0.0.1')
  await new Promise((r) => s.once('listening', r))
  const port = (s.address() as any).port
  console.log(await fetch(`http://localhost:${port}/`).then((r) => r.text(), (e) => String(e.cause ?? e)))
  console.log(await fetch(`http://127.0.0.1:${port}/`).then((r) => r.text(), (e) => String(e.cause ?? e)))
  s.close()
})
