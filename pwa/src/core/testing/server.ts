/**
 * A server in miniature, so that the engine can be tested with a line that fails and a clock that runs: it keeps chains, signs
 * receipts and numbers entries, and judges nothing. What is accepted and who may read what is proved against the real one
 * (tests/sync). For tests only.
 */
import { hashText } from '../operations/digests';
import { writeInstant } from '../operations/instants';
import { readBatch, type Fate, type Signed } from '../operations/signed-texts';
import { makeKeyPair, signText, verifiesText, type KeyPair } from '../signer/keys';
import type { Request, Response } from '../transport/send';

interface KeptBatch extends Signed {
  signer: string;
  scope: string;
  n: number;
  hash: string;
  receipt: Signed;
  fates: [string, Fate, string | null][];
  /** Entries before it in its scope. */
  at: number;
}

interface KeptEntry {
  n: number;
  put: string;
  head: string;
  fields: string[];
  batch: string;
}

interface State {
  signers: Map<string, Signed & { key: string }>;
  batches: Map<string, KeptBatch>;
  entries: Map<string, KeptEntry[]>;
  photos: { id: string; sha256: string; signer: string; receipt: Signed }[];
}

export interface TestServer {
  answer: (request: Request, from: Viewer) => Promise<Response>;
  state: State;
  keys: KeyPair;
  /** Operations that it sets aside, by kind of head; none by default. */
  quarantine: (head: string) => string | null;
  /** Put an older state in place of the present one, as a restore does. */
  restore: (state: State) => void;
  snapshot: () => State;
  photo: (id: string, sha256: string, bytes: number, signer: string) => Promise<void>;
}

/** Who asks: the session's person and device, and the scopes that this person may read. */
export interface Viewer {
  member: string;
  agency: string;
  device: string;
  scopes: readonly string[];
}

const EPOCH = '11111111-1111-4111-8111-111111111111';
const PAGE = 50;

export async function startTestServer(now: () => number): Promise<TestServer> {
  const keys = await makeKeyPair();
  const kid = 'test';
  const sign = async (members: object): Promise<Signed> => {
    const text = JSON.stringify({ v: 1, alg: 'ES256', kid, epoch: EPOCH, ...members });
    return { text, signature: await signText(keys.privateKey, text) };
  };
  const at = () => writeInstant(now());
  const server: TestServer = {
    keys,
    state: emptyState(),
    quarantine: () => null,
    restore: (state) => (server.state = state),
    snapshot: () => structuredClone(server.state),
    photo: async (id, sha256, bytes, signer) => {
      const receipt = await sign({ t: 'photo', id, sha256, bytes, received: at() });
      server.state.photos.push({ id, sha256, signer, receipt });
    },
    answer: async ({ method, path, body }, viewer) => {
      const ok = (answer: unknown): Response => ({
        status: 200,
        body: structuredClone(answer),
        date: now(),
        retryAfter: null,
      });
      switch (`${method} ${path}`) {
        case 'GET /sync/keys':
          return ok({ epoch: EPOCH, keys: [{ kid, key: keys.publicKey }] });
        case 'POST /signers/challenges':
          return ok({ nonce: 'nonce' });
        case 'POST /signers':
          return ok(await register(body as { id: string; key: string }, viewer));
        case 'POST /sync/push':
          return ok({ results: await push(body as PushBody) });
        case 'POST /sync/pull':
          return ok(pull(body as { cursors: Record<string, string | null> }, viewer));
        case 'GET /sync/batches':
          return ok(listing());
        case 'DELETE /sessions/current':
          return { ...ok(null), status: 204 };
        default:
          return photoReceipt(path, ok);
      }
    },
  };

  async function register(
    { id, key }: { id: string; key: string },
    { member, agency, device }: Viewer,
  ): Promise<Signed> {
    const signed = await sign({ t: 'signer', id, member, agency, device, key, from: at() });
    server.state.signers.set(id, { ...signed, key });
    return signed;
  }

  async function push({ batches, signers }: PushBody): Promise<unknown[]> {
    for (const signed of signers) {
      const { id, key } = JSON.parse(signed.text) as { id: string; key: string };
      if (!server.state.signers.has(id)) server.state.signers.set(id, { ...signed, key });
    }
    const results: unknown[] = [];
    for (const batch of batches) results.push(await take(batch));
    return results;
  }

  async function take({ text, signature, operations, gone }: PushBody['batches'][number]): Promise<unknown> {
    const { signer, scope, n, prev, operations: ids } = readBatch(text);
    const { batches, signers, entries } = server.state;
    const known = signers.get(signer);
    if (!known || !(await verifiesText(known.key, text, signature)))
      return { problem: { code: 'signature-invalid' } };
    const hash = hashText(text);
    const there = batches.get(`${signer}|${scope}|${n}`);
    if (there?.hash === hash) return there.receipt;
    const before = n === 1 ? hashText(known.text) : batches.get(`${signer}|${scope}|${n - 1}`)?.hash;
    const forked = there !== undefined || (before !== undefined && before !== prev);
    if (before === undefined && !gone)
      return { problem: { code: 'predecessor-missing' }, have: haveBefore(signer, scope, n) };
    const list = entries.get(scope) ?? [];
    const fates = ids.map((id, i): [string, Fate, string | null] => {
      const sent = operations[i];
      const reason = forked ? 'fork' : server.quarantine(sent?.head ?? '');
      if (list.some(({ put }) => put === id)) return [id, 'duplicate', null];
      if (reason !== null) return [id, 'quarantined', reason];
      list.push({
        n: list.length + 1,
        put: id,
        head: sent?.head ?? '',
        fields: sent?.fields ?? [],
        batch: hash,
      });
      return [id, 'accepted', null];
    });
    entries.set(scope, list);
    const receipt = await sign({ t: 'receipt', signer, scope, n, batch: hash, received: at(), fates });
    const key = forked ? `fork|${hash}` : `${signer}|${scope}|${n}`;
    batches.set(key, {
      text,
      signature,
      signer,
      scope,
      n,
      hash,
      receipt,
      fates,
      at: list.length - fates.length,
    });
    return receipt;
  }

  function haveBefore(signer: string, scope: string, n: number): number {
    const numbers = [...server.state.batches.values()].filter(
      (one) => one.signer === signer && one.scope === scope && one.n < n,
    );
    return Math.max(0, ...numbers.map((one) => one.n));
  }

  function pull({ cursors }: { cursors: Record<string, string | null> }, { scopes }: Viewer): unknown {
    const { entries, batches, signers } = server.state;
    const told = scopes.flatMap((scope) => {
      const all = entries.get(scope) ?? [];
      const held = Number(cursors[scope] ?? 0);
      const from = held > all.length ? 0 : held;
      if (scope in cursors && from === held && from === all.length) return [];
      const some = all.slice(from, from + PAGE);
      const named = new Set(some.map(({ batch }) => batch));
      const shown = [...batches.values()].filter((one) => one.scope === scope && named.has(one.hash));
      const more = from + some.length < all.length;
      const cursor = String(from + some.length);
      const proofs = shown.map(({ text, signature }) => ({ text, signature }));
      return [
        [scope, { from, entries: some, cursor, more, batches: proofs, releases: [], gaps: [] }] as const,
      ];
    });
    const lost = Object.keys(cursors).filter((scope) => !scopes.includes(scope));
    return {
      epoch: EPOCH,
      scopes: Object.fromEntries(told),
      lost,
      signers: [...signers.values()].map(({ text, signature }) => ({ text, signature, end: null })),
    };
  }

  function listing(): unknown {
    const { batches, photos } = server.state;
    return {
      epoch: EPOCH,
      batches: [...batches.values()].map(({ signer, scope, n, hash, fates }) => ({
        signer,
        scope,
        n,
        hash,
        fates,
      })),
      releases: [],
      photos: photos.map(({ id, sha256, signer }) => ({ id, sha256, signer })),
    };
  }

  function photoReceipt(path: string, ok: (answer: unknown) => Response): Response {
    const id = /^\/evidence\/(.+)\/receipt$/.exec(path)?.[1];
    const found = server.state.photos.findLast((one) => one.id === id);
    return found
      ? ok(found.receipt)
      : { status: 404, body: { code: 'not-found' }, date: now(), retryAfter: null };
  }

  return server;
}

interface PushBody {
  signers: Signed[];
  batches: (Signed & { operations: { head: string; fields: string[] }[]; gone?: boolean })[];
}

function emptyState(): State {
  return { signers: new Map(), batches: new Map(), entries: new Map(), photos: [] };
}
