// Sends photos with the real tus-js-client over a bad link. In: one JSON object on stdin; out: one on stdout.
//   {port, cookie, cut: [least, most] or null, parallel, abortAt: part or null, photos: [{id, path}]}
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { Upload } from 'tus-js-client'
import { badLink } from './bad-link.mjs'

const job = JSON.parse(await text(process.stdin))
let seed = 20261125
const random = () => ((seed = (seed * 1103515245 + 12345) & 0x7fffffff), seed / 0x7fffffff)
const cut = () => (job.cut ? job.cut[0] + Math.floor(random() * (job.cut[1] - job.cut[0])) : Infinity)
const link = await badLink(job.port, cut)

async function send({ id, path }) {
  const bytes = await readFile(path)
  return new Promise((resolve) => {
    const upload = new Upload(bytes, {
      endpoint: `http://127.0.0.1:${link.port}/api/v1/evidence-uploads`,
      metadata: { id },
      headers: { cookie: job.cookie, 'X-Requested-With': 'glashelder' },
      retryDelays: Array.from({ length: 60 }, () => 10),
      storeFingerprintForResuming: false,
      onSuccess: () => resolve('sent'),
      onError: (error) => resolve(String(error)),
      chunkSize: job.abortAt === null ? Infinity : Math.ceil(bytes.length / 8),
      onChunkComplete: (_part, accepted) => {
        if (job.abortAt === null || accepted < bytes.length * job.abortAt) return
        upload.abort(true).then(
          () => resolve('aborted'),
          (error) => resolve(String(error)),
        )
      },
    })
    upload.start()
  })
}

const waiting = [...job.photos]
const outcomes = {}
const lane = async () => {
  for (let photo = waiting.shift(); photo; photo = waiting.shift()) outcomes[photo.id] = await send(photo)
}
await Promise.all(Array.from({ length: job.parallel }, lane))
link.stop()
process.stdout.write(JSON.stringify({ outcomes, ...link.counted }))
process.exit(0)
