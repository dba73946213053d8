/** Questions sent back, and what was answered, on a tablet whose clock is not the server's. */
import { describe, expect, it } from 'vitest';
import { agencyScope } from '../operations/scopes';
import { startTablet, type Tablet } from '../testing/tablet';
import { world } from '../testing/world';
import { messagesView } from './messages';
import { loadPerson } from './person';
import { repliesTo } from './replies';

const ASKED = '2026-11-25T09:00:00.000Z';

async function scene(off: number) {
  const w = await world();
  const tablet = await startTablet({ ...w, off });
  const scope = agencyScope(w.dossier, w.viewer.agency);
  const followUp = crypto.randomUUID();
  const ask = (id: string, at: string, n: number, answered = false) => {
    const body = { id, followUp, finding: 'f', from: 'gem', text: id, at, answered, withdrawn: false };
    return tablet.store.write(['documents'], ({ documents }) =>
      documents.put({
        part: tablet.part,
        scope,
        id,
        type: 'question',
        version: 1,
        n,
        aside: 0,
        body: { form: 'plain', json: JSON.stringify(body) },
      }),
    );
  };
  const reply = (text: string) =>
    tablet.record({ kind: 'follow_up.reply', dossier: w.dossier, fields: { follow_up: followUp, text } });
  return { ...w, tablet, ask, reply };
}

async function post({ store }: Tablet) {
  const person = await loadPerson(store);
  if (person === null) throw new Error('nobody');
  const { questions, unread } = await messagesView(store, person);
  const told = questions.map(({ id, answered, replies }) => [
    id,
    answered,
    replies.map(({ fields }) => fields.text),
  ]);
  return { told, unread };
}

describe('a question that is answered offline', () => {
  it.each([-86_400_000, 0, 86_400_000])('is answered, with a clock that is %i ms off', async (off) => {
    const { tablet, ask, reply } = await scene(off);
    await ask('q1', ASKED, 1);
    expect(await post(tablet)).toEqual({ told: [['q1', false, []]], unread: 1 });
    await reply('de deur aan de achterkant');
    expect(await post(tablet)).toEqual({ told: [['q1', true, ['de deur aan de achterkant']]], unread: 0 });
  });

  it('is not answered by what was said before it was asked', async () => {
    const { tablet, ask, reply } = await scene(86_400_000);
    await ask('q1', ASKED, 0);
    await reply('de achterdeur');
    await tablet.sync();
    await ask('q1', ASKED, 2, true);
    await ask('q2', '2026-11-25T11:00:00.000Z', 3);
    expect(await post(tablet)).toEqual({
      told: [
        ['q2', false, []],
        ['q1', true, ['de achterdeur']],
      ],
      unread: 1,
    });
  });
});

describe('replies by the order of the server', () => {
  const question = (id: string, n: number, answered = true) => ({ id, at: `2026-11-25T${id}`, n, answered });
  const reply = (n: number | null) => ({ there: n !== null, n });

  it('belong to the question that they answered', () => {
    const [one, other] = [question('09', 2), question('10', 5)];
    const replies = [reply(1), reply(4)];
    expect(repliesTo(one, [one, other], replies)).toEqual([reply(1)]);
    expect(repliesTo(other, [one, other], replies)).toEqual([reply(4)]);
  });

  it('answer every question that was open', () => {
    const [one, other] = [question('09', 2), question('10', 3)];
    expect(repliesTo(one, [one, other], [reply(1)])).toEqual([reply(1)]);
    expect(repliesTo(other, [one, other], [reply(1)])).toEqual([reply(1)]);
  });

  it('that the server has not been seen to have go with what is open, or with the last question', () => {
    const [one, open] = [question('09', 2), question('10', 3, false)];
    const replies = [reply(1), reply(null)];
    expect(repliesTo(one, [one, open], replies)).toEqual([reply(1)]);
    expect(repliesTo(open, [one, open], replies)).toEqual([reply(null)]);
    expect(repliesTo(one, [one], replies)).toEqual(replies);
  });
});
