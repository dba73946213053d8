/** Reading the inbox of one's agency: from the server, or what it last said when there is no network. */
import { call, type Answer } from '../transport/rest';
import type { paths } from '../api/openapi';
import { writeInstant } from '../operations/instants';
import type { Database } from '../store/database';
import { NetworkError, type Send } from '../transport/send';
import type { ChecklistContent } from '../checklists';
import type { Instant, Uuid, Words } from '../types/ids';
import { keep, kept } from './kept';

export type FollowUpPage = Answer<'/api/v1/follow-ups', 'get'>;
export type FollowUpItem = FollowUpPage['followUps'][number];
export type FollowUp = Answer<'/api/v1/follow-ups/{follow_up}', 'get'>;
export type Handler = Answer<'/api/v1/follow-ups/handlers', 'get'>[number];
export type InboxQuery = NonNullable<paths['/api/v1/follow-ups']['get']['parameters']['query']>;
export type InboxView = NonNullable<InboxQuery['view']>;
export type Measure = NonNullable<InboxQuery['action']>;

/** What was read, and when the server said it. `offline`: there was no network, this is what was kept. */
export interface Read<T> {
  value: T;
  at: Instant;
  offline: boolean;
}

/** What reading needs: where to keep, for whom, how to ask, and the time of this device in ms. */
export interface Desk {
  database: Database;
  part: string;
  send: Send;
  now: number;
}

/** A page of the inbox. Only first pages are kept for later; of a search nothing is. Throws Refused, NetworkError. */
export function readInbox(desk: Desk, query: InboxQuery): Promise<Read<FollowUpPage>> {
  const ask = () => call(desk.send, 'get', '/api/v1/follow-ups', { query });
  const first = query.after === undefined && (query.q ?? '') === '';
  return first ? keeping(desk, `list|${JSON.stringify(query)}`, ask) : fresh(desk, ask);
}

/** One follow-up with all that may be read of it. Throws Refused, NetworkError. */
export const readFollowUp = (desk: Desk, id: Uuid): Promise<Read<FollowUp>> =>
  keeping(desk, `one|${id}`, () =>
    call(desk.send, 'get', '/api/v1/follow-ups/{follow_up}', { path: { follow_up: id } }),
  );

/** Who may handle tasks for this agency, by name. Throws Refused, NetworkError. */
export const readHandlers = (desk: Desk): Promise<Read<Handler[]>> =>
  keeping(desk, 'handlers', () => call(desk.send, 'get', '/api/v1/follow-ups/handlers'));

/** All agencies, for their chips. Throws Refused, NetworkError. */
export const readAgencies = (desk: Desk) =>
  keeping(desk, 'agencies', () => call(desk.send, 'get', '/api/v1/agencies'));

/** The text of a question in both languages; null where the list or the question is not known. Throws as above. */
export async function readQuestion(
  desk: Desk,
  list: { checklist: string; version: string; question: string },
): Promise<Words | null> {
  const path = { code: list.checklist, version: list.version };
  const read = await keeping(desk, `list|${path.code}|${path.version}`, () =>
    call(desk.send, 'get', '/api/v1/checklists/{code}/{version}', { path }),
  );
  const content = read.value as unknown as ChecklistContent;
  const questions = content.sections.flatMap((section) => section.questions);
  return questions.find(({ code }) => code === list.question)?.text ?? null;
}

async function fresh<T>(desk: Desk, ask: () => Promise<T>): Promise<Read<T>> {
  return { value: await ask(), at: writeInstant(desk.now), offline: false };
}

async function keeping<T>(desk: Desk, key: string, ask: () => Promise<T>): Promise<Read<T>> {
  try {
    const read = await fresh(desk, ask);
    await keep(desk.database, desk.part, key, read.value, desk.now);
    return read;
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    const before = await kept<T>(desk.database, desk.part, key, desk.now);
    if (before === null) throw error;
    return { ...before, offline: true };
  }
}
