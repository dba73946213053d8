// A link that is cut every so many bytes towards the server, and counts what passed. No dependency, no configuration.
import net from 'node:net'

/**
 * @param {number} target port of the server on this machine
 * @param {() => number} nextCut bytes a new connection carries before it is cut
 */
export async function badLink(target, nextCut) {
  const counted = { up: 0, cuts: 0 }
  const open = new Set()
  const server = net.createServer((client) => {
    const upstream = net.connect(target, '127.0.0.1')
    let left = nextCut()
    open.add(client).add(upstream)
    client.on('data', (data) => {
      const part = data.subarray(0, Math.max(0, left))
      counted.up += part.length
      left -= part.length
      if (part.length && !upstream.write(part)) {
        client.pause()
        upstream.once('drain', () => client.resume())
      }
      if (left <= 0) {
        counted.cuts += 1
        upstream.end() // what was on its way arrives, nothing after it
        client.destroy()
      }
    })
    upstream.on('data', (data) => client.write(data))
    const close = () => {
      client.destroy()
      upstream.end()
      open.delete(client)
      open.delete(upstream)
    }
    client.on('close', close).on('error', close)
    upstream.on('close', () => client.end()).on('error', close)
  })
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
  const stop = () => {
    for (const socket of open) socket.destroy()
    server.close()
  }
  return { port: server.address().port, counted, stop }
}
