/** When something was confirmed is the server's time: a tablet whose clock is wrong lets nothing go too early. */
import { expect, it } from 'vitest';
import { jointScope } from '../operations/scopes';
import { startTestServer } from '../testing/server';
import { randomFrom, startTablet, uuidFrom } from '../testing/tablet';

const DAY = 24 * 60 * 60_000;

it.each([-400, 400])(
  'by a clock that is %i days off, confirmed work of an unknown action stays its term',
  async (days) => {
    const clock = { ms: Date.parse('2026-11-25T10:00:00.000Z') };
    const random = randomFrom(1);
    const dossier = uuidFrom(random);
    const who = { member: uuidFrom(random), agency: uuidFrom(random), device: uuidFrom(random) };
    const server = await startTestServer(() => clock.ms);
    const tablet = await startTablet({
      server,
      clock,
      random,
      viewer: { ...who, scopes: [jointScope(dossier)] },
      off: days * DAY,
    });
    const own = () => tablet.store.read(['own'], (tables) => tables.own.all());
    for (const text of ['one', 'two']) {
      await tablet.record({ kind: 'note.add', dossier, fields: { text, subject: null }, scope: 'joint' });
      await tablet.sync();
    }
    await tablet.sync();
    expect((await own()).map(({ state }) => state)).toEqual(['confirmed', 'confirmed']);
    const rows = await tablet.store.read(['batches'], ({ batches }) => batches.all());
    for (const { confirmedAt } of rows) expect(Math.abs((confirmedAt ?? 0) - clock.ms)).toBeLessThan(2_000);
    clock.ms += 59 * DAY;
    await tablet.sync();
    expect(await own()).toHaveLength(2);
    // The last of a chain stays: the chain goes on from it.
    clock.ms += 2 * DAY;
    await tablet.sync();
    expect(await own()).toHaveLength(1);
  },
);
