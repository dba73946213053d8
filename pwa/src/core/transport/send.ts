/** How the core speaks with the server; handed in, so that tests can lose, double and cut. */

export interface Request {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Under /api/v1, with a leading slash. */
  path: string;
  body?: unknown;
  /** The version that a change was made on: sent as If-Match. */
  seen?: number;
  /**
   * Whom it is meant for, `member|agency`: the server refuses it under another's session. '' is meant for nobody. Left out
   * where there is no session yet.
   */
  person?: string;
}

export interface Response {
  status: number;
  /** Parsed JSON, or null. */
  body: unknown;
  /** The server's time by its Date header, in ms. */
  date: number | null;
  /** Seconds that the server asks to wait. */
  retryAfter: number | null;
}

/** Rejects with NetworkError when no answer came: nothing is known then about what the server did. */
export type Send = (request: Request) => Promise<Response>;

/** The same way of sending, with each request meant for one person. */
export const sendFor =
  (send: Send, person: string): Send =>
  (request) =>
    send({ person, ...request });

export class NetworkError extends Error {}

/** A refusal by the server, in its own words (RFC 9457). */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string | null;
  readonly retryAfter: number | null;
  /** The whole problem, with its extension members. */
  readonly problem: Readonly<Record<string, unknown>>;

  constructor({ status, body, retryAfter }: Response) {
    const { code, detail } = (body ?? {}) as { code?: unknown; detail?: unknown };
    super(`${status} ${String(code)}`);
    this.status = status;
    this.code = typeof code === 'string' ? code : `http-${status}`;
    this.detail = typeof detail === 'string' ? detail : null;
    this.retryAfter = retryAfter;
    this.problem = (body ?? {}) as Record<string, unknown>;
  }
}

/** The body of an answer below 300. Throws Refused for any other. */
export async function ask<T>(send: Send, request: Request): Promise<T> {
  const response = await send(request);
  if (response.status >= 300) throw new Refused(response);
  return response.body as T;
}
