import { describe, expect, it } from 'vitest';
import type { OutboxView, StatusView } from '$core';
import * as m from '$paraglide/messages.js';
import { truthOf } from './truth';

const OUTBOX: OutboxView = {
  items: [],
  counts: { onDevice: 0, sending: 0, onServer: 0, confirmed: 3, attention: 0 },
  others: [],
  bytesWaiting: 0,
  allConfirmedAt: '2026-11-25T10:00:00.000Z',
};
const STATUS: StatusView = {
  online: true,
  lastContact: null,
  signedOut: false,
  otherTab: false,
  sync: { running: false, nextTry: null, problem: null, phase: null },
  clock: { offsetMs: 0, warn: false },
  storage: { persisted: true, usedBytes: 0, freeBytes: 1, waitingBytes: 0, full: false },
  unverified: 0,
  vanished: 0,
  waiting: 0,
  loose: 0,
  drafts: 0,
  unconfirmed: 0,
  unsettled: 0,
  attention: 0,
};
const says = (status: Partial<StatusView>, outbox: Partial<OutboxView> = {}) =>
  truthOf({ ...OUTBOX, ...outbox }, { ...STATUS, ...status });

describe('the sentence of truth', () => {
  it('says that the device may be handed in when nothing stands in the way', () => {
    expect(says({})).toMatchObject({ then: m.sync_centre_hand_in(), tone: 'ok' });
  });

  it.each(['waiting', 'loose', 'drafts', 'unconfirmed', 'unsettled'] as const)(
    'never says so while something is %s, though all of this person is confirmed',
    (what) => {
      const truth = says({ [what]: 1 });
      expect(truth.then).not.toBe(m.sync_centre_hand_in());
      expect(truth.tone).not.toBe('ok');
    },
  );

  it('does not say so where nothing was recorded', () => {
    expect(says({}, { allConfirmedAt: null }).sentence).toBe(m.sync_centre_nothing());
  });

  it('says first that the device is full, for then nothing more can be kept', () => {
    const { storage } = STATUS;
    expect(says({ waiting: 2, storage: { ...storage, full: true } }).tone).toBe('error');
  });

  it('says what waits, and why it waits', () => {
    const waiting = { waiting: 2, drafts: 1 };
    expect(says(waiting).sentence).toBe(m.sync_centre_only_here({ count: 2 }));
    expect(says({ ...waiting, signedOut: true }).then).toBe(m.sync_centre_signed_out());
    expect(says({ ...waiting, online: false }).then).toBe(m.sync_centre_offline());
    expect(says({ ...waiting, sync: { ...STATUS.sync, running: true } }).then).toBe(m.sync_centre_running());
    expect(says(waiting).then).toBe(m.sync_centre_stay());
  });

  it('sends to the colleague whose set-aside record asks for attention', () => {
    expect(says({ unsettled: 1 }).then).toBe(m.sync_centre_attention_others());
    const counts = { ...OUTBOX.counts, attention: 1 };
    expect(says({ unsettled: 1 }, { counts }).then).toBe(m.sync_centre_attention_left_then());
  });
});
