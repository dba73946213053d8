/** Sending with fetch, from a page or a worker: same origin, cookie, and the header that guards against forged requests. */
import { NetworkError, type Request, type Response, type Send } from './send';

/** Whom a request is meant for (server/identity/guard.py). */
export const PERSON = 'X-Glashelder-Person';

const GUARD = { 'X-Requested-With': 'glashelder', Accept: 'application/json' };
const TIME_OUT_MS = 60_000;
/** Below this, compressing costs more than it saves. */
const ZIP_FROM = 1_024;

export const fetchSend: Send = async (request) => {
  const { method, path, seen, person } = request;
  const version: Record<string, string> = seen === undefined ? {} : { 'If-Match': `"${seen}"` };
  const meant: Record<string, string> = person === undefined ? {} : { [PERSON]: person };
  const { body, headers } = await encoded(request);
  try {
    const answer = await fetch(`/api/v1${path}`, {
      method,
      headers: { ...GUARD, ...version, ...meant, ...headers },
      body: body ?? null,
      cache: 'no-store',
      signal: AbortSignal.timeout(TIME_OUT_MS),
    });
    return await read(answer);
  } catch (error) {
    throw new NetworkError('no answer from the server', { cause: error });
  }
};

async function encoded({ body }: Request): Promise<{ body?: BodyInit; headers: Record<string, string> }> {
  if (body === undefined) return { headers: {} };
  const text = JSON.stringify(body);
  const headers = { 'Content-Type': 'application/json' };
  if (text.length < ZIP_FROM || typeof CompressionStream === 'undefined') return { body: text, headers };
  const zipped = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return {
    body: await new globalThis.Response(zipped).arrayBuffer(),
    headers: { ...headers, 'Content-Encoding': 'gzip' },
  };
}

async function read(answer: globalThis.Response): Promise<Response> {
  const text = await answer.text();
  const isJson = answer.headers.get('Content-Type')?.includes('json') ?? false;
  const date = Date.parse(answer.headers.get('Date') ?? '');
  const wait = Number(answer.headers.get('Retry-After') ?? Number.NaN);
  return {
    status: answer.status,
    body: isJson && text !== '' ? (JSON.parse(text) as unknown) : null,
    date: Number.isNaN(date) ? null : date,
    retryAfter: Number.isNaN(wait) ? null : wait,
  };
}
