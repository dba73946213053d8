/** Deciding on a follow-up. Each decision names the version it was made on; the server answers with the new one. */
import { call } from '../transport/rest';
import type { components } from '../api/openapi';
import { Refused, type Send } from '../transport/send';
import type { FollowUp } from './reading';

/** What a decision is made on: the follow-up as it was seen. */
export type Seen = Pick<FollowUp, 'id' | 'version'>;
export type Acceptance = components['schemas']['AcceptanceInput'];
export type Refusal = components['schemas']['RefusalInput'];
export type Closure = components['schemas']['ClosureInput'];

const on = ({ id, version }: Seen) => ({ path: { follow_up: id }, seen: version });

export const accept = (send: Send, seen: Seen, body: Acceptance): Promise<FollowUp> =>
  call(send, 'post', '/api/v1/follow-ups/{follow_up}/acceptance', { ...on(seen), body });

export const refuse = (send: Send, seen: Seen, body: Refusal): Promise<FollowUp> =>
  call(send, 'post', '/api/v1/follow-ups/{follow_up}/refusal', { ...on(seen), body });

export const begin = (send: Send, seen: Seen): Promise<FollowUp> =>
  call(send, 'post', '/api/v1/follow-ups/{follow_up}/start', on(seen));

export const question = (send: Send, seen: Seen, text: string): Promise<FollowUp> =>
  call(send, 'post', '/api/v1/follow-ups/{follow_up}/questions', { ...on(seen), body: { text } });

export const close = (send: Send, seen: Seen, body: Closure): Promise<FollowUp> =>
  call(send, 'post', '/api/v1/follow-ups/{follow_up}/closure', { ...on(seen), body });

/** Take one's own last decision back; the server allows it for half a minute. */
export const takeBack = (send: Send, seen: Seen): Promise<FollowUp> =>
  call(send, 'delete', '/api/v1/follow-ups/{follow_up}/decision', on(seen));

/** What a colleague decided first, when that is why the server refused; nothing was overwritten. */
export interface Overtaken {
  state: FollowUp['state'];
  withdrawn: string | null;
  at: string;
  acceptance: FollowUp['acceptance'];
  refusal: FollowUp['refusal'];
  closure: FollowUp['closure'];
}

export const overtakenBy = (error: unknown): Overtaken | null =>
  error instanceof Refused && error.code === 'follow-up-changed'
    ? (error.problem['current'] as Overtaken)
    : null;
