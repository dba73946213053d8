import { beforeEach, describe, expect, it } from 'vitest';
import { openMemory } from '../store/memory';
import type { Database } from '../store/database';
import { NetworkError, Refused, type Request, type Send } from '../transport/send';
import { KEPT_FOR_MS } from './kept';
import { accept, overtakenBy, takeBack } from './deciding';
import { readFollowUp, readInbox, type Desk, type InboxQuery } from './reading';

const NOON = Date.parse('2026-11-25T12:00:00.000Z');
const OPEN: InboxQuery = { view: 'open' };
const page = (number: string) => ({ followUps: [{ number }], counts: {}, today: '2026-11-25', after: null });

describe('the inbox at a desk', () => {
  let database: Database;
  let asked: Request[];
  let answer: (request: Request) => { status: number; body: unknown };
  const send: Send = async (request) => {
    asked.push(request);
    return Promise.resolve({ ...answer(request), date: null, retryAfter: null });
  };
  const desk = (now = NOON, part = 'leo|westland'): Desk => ({ database, part, send, now });
  const unplug = () => {
    answer = () => {
      throw new NetworkError('no network');
    };
  };

  beforeEach(() => {
    database = openMemory();
    asked = [];
    answer = () => ({ status: 200, body: page('OPV-2026-0001') });
  });

  it('says what the server says, and when', async () => {
    const read = await readInbox(desk(), OPEN);
    expect(read).toEqual({ value: page('OPV-2026-0001'), at: '2026-11-25T12:00:00.000Z', offline: false });
    expect(asked).toEqual([{ method: 'GET', path: '/follow-ups?view=open' }]);
  });

  it('without network reads what was kept, with its time', async () => {
    await readInbox(desk(), OPEN);
    unplug();
    const read = await readInbox(desk(NOON + 3_600_000), OPEN);
    expect(read).toEqual({ value: page('OPV-2026-0001'), at: '2026-11-25T12:00:00.000Z', offline: true });
  });

  it('keeps nothing longer than a day', async () => {
    await readInbox(desk(), OPEN);
    unplug();
    await expect(readInbox(desk(NOON + KEPT_FOR_MS + 1), OPEN)).rejects.toThrow(NetworkError);
  });

  it('shows nobody what another person was shown', async () => {
    await readInbox(desk(), OPEN);
    unplug();
    await expect(readInbox(desk(NOON, 'iris|brandweer'), OPEN)).rejects.toThrow(NetworkError);
  });

  it('keeps nothing of a search', async () => {
    await readInbox(desk(), { view: 'open', q: 'zonneglans' });
    unplug();
    await expect(readInbox(desk(), { view: 'open', q: 'zonneglans' })).rejects.toThrow(NetworkError);
  });

  it('a refusal is a refusal, whatever was kept before', async () => {
    await readFollowUp(desk(), 'a');
    answer = () => ({ status: 404, body: { code: 'not-found' } });
    await expect(readFollowUp(desk(), 'a')).rejects.toThrow(Refused);
  });

  it('a decision names the version it was made on', async () => {
    const body = { measure: 'advice', dueOn: '2026-12-08', handler: null } as const;
    await accept(send, { id: 'f', version: 4 }, body);
    await takeBack(send, { id: 'f', version: 5 });
    expect(asked).toEqual([
      { method: 'POST', path: '/follow-ups/f/acceptance', body, seen: 4 },
      { method: 'DELETE', path: '/follow-ups/f/decision', seen: 5 },
    ]);
  });

  it('tells what a colleague decided first, and takes no other refusal for that', async () => {
    const current = { state: 'refused', refusal: { reason: 'duplicate' } };
    answer = () => ({ status: 412, body: { code: 'follow-up-changed', current } });
    const first = await takeBack(send, { id: 'f', version: 1 }).catch((error: unknown) => error);
    expect(overtakenBy(first)).toEqual(current);
    answer = () => ({ status: 409, body: { code: 'follow-up-move' } });
    const other = await takeBack(send, { id: 'f', version: 1 }).catch((error: unknown) => error);
    expect(overtakenBy(other)).toBeNull();
  });
});
