/** The inbox for screens: reading and deciding, for the person who works here now. */
import { clock, device, send, store } from '../runtime';
import type { Uuid } from '../types/ids';
import type { Agency } from '../types/session';
import * as deciding from './deciding';
import * as reading from './reading';
import type { Desk, InboxQuery } from './reading';

export type { Acceptance, Closure, Overtaken, Refusal, Seen } from './deciding';
export { overtakenBy } from './deciding';
export type {
  FollowUp,
  FollowUpItem,
  FollowUpPage,
  Handler,
  InboxQuery,
  InboxView,
  Measure,
  Read,
} from './reading';

async function desk(): Promise<Desk> {
  const person = await store().read(['meta'], ({ meta }) => meta.get('current'));
  return {
    database: device.database,
    part: typeof person?.value === 'string' ? person.value : '',
    send,
    now: clock().device,
  };
}

export const readInbox = async (query: InboxQuery) => reading.readInbox(await desk(), query);
export const readFollowUp = async (id: Uuid) => reading.readFollowUp(await desk(), id);
export const readHandlers = async () => reading.readHandlers(await desk());
export const readAgencies = async (): Promise<Agency[]> => {
  const read = await reading.readAgencies(await desk());
  return read.value;
};
export const readQuestion = async (list: { checklist: string; version: string; question: string }) =>
  reading.readQuestion(await desk(), list);
export const accept = (seen: deciding.Seen, body: deciding.Acceptance) => deciding.accept(send, seen, body);
export const refuse = (seen: deciding.Seen, body: deciding.Refusal) => deciding.refuse(send, seen, body);
export const begin = (seen: deciding.Seen) => deciding.begin(send, seen);
export const question = (seen: deciding.Seen, text: string) => deciding.question(send, seen, text);
export const close = (seen: deciding.Seen, body: deciding.Closure) => deciding.close(send, seen, body);
export const takeBack = (seen: deciding.Seen) => deciding.takeBack(send, seen);
