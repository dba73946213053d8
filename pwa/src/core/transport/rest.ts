/** A small client of the REST resources, typed by what the server says of itself (schemas/openapi.json). */
import { ask, type Send } from './send';
import type { paths } from '../api/openapi';

const PREFIX = '/api/v1';

type Path = keyof paths & `${typeof PREFIX}/${string}`;
type Method = 'get' | 'post' | 'put' | 'delete';
type Operation<P extends Path, M extends Method> = Exclude<paths[P][M], undefined>;
type Json<T> = T extends { content: { 'application/json': infer J } } ? J : undefined;

/** What the server answers when all is well. */
export type Answer<P extends Path, M extends Method> =
  Operation<P, M> extends { responses: infer R } ? Json<R[keyof R & (200 | 201)]> : never;

type Body<P extends Path, M extends Method> =
  Operation<P, M> extends { requestBody: { content: { 'application/json': infer J } } } ? J : undefined;

type Query<P extends Path, M extends Method> =
  Operation<P, M> extends { parameters: { query?: infer Q } } ? Q : never;

interface Said<P extends Path, M extends Method> {
  /** Values for the names in braces of the path. */
  path?: Record<string, string>;
  query?: Query<P, M>;
  body?: Body<P, M>;
  /** The version that a change was made on; the server refuses with 412 when it is no longer the present one. */
  seen?: number;
}

/** One request. Throws Refused with the server's problem, NetworkError when no answer came. */
export function call<P extends Path, M extends Method>(
  send: Send,
  method: M,
  path: P,
  said: Said<P, M> = {},
): Promise<Answer<P, M>> {
  return ask<Answer<P, M>>(send, {
    method: method.toUpperCase() as 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: address(path, said.path ?? {}, said.query ?? {}),
    ...(said.body === undefined ? {} : { body: said.body }),
    ...(said.seen === undefined ? {} : { seen: said.seen }),
  });
}

/** The path under /api/v1 with its values filled in; empty values of the query are left out. */
export function address(path: string, values: Record<string, string>, query: object): string {
  const filled = path
    .slice(PREFIX.length)
    .replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  const given = Object.entries(query as Record<string, unknown>).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return search === '' ? filled : `${filled}?${search}`;
}
