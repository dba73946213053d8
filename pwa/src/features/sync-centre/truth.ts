/** The one sentence of truth, from proofs alone: what is only here, what is there, and whether this device may be handed in. */
import { mayHandIn, type OutboxView, type StatusView, type StillHere } from '$core';
import * as m from '$paraglide/messages.js';
import { format } from '$app/i18n';

export interface Truth {
  sentence: string;
  then: string;
  tone: 'plain' | 'ok' | 'warn' | 'error';
}

export function truthOf(outbox: OutboxView, status: StatusView): Truth {
  if (status.storage.full)
    return { sentence: m.sync_centre_full(), then: m.sync_centre_full_then(), tone: 'error' };
  const { because } = mayHandIn(status);
  const [first] = because;
  if (first !== undefined) return stillHere(first.why, first.count, outbox, status);
  if (outbox.allConfirmedAt === null)
    return { sentence: m.sync_centre_nothing(), then: m.sync_centre_nothing_then(), tone: 'plain' };
  return {
    sentence: m.sync_centre_all_confirmed({ time: format.time(outbox.allConfirmedAt) }),
    then: m.sync_centre_hand_in(),
    tone: 'ok',
  };
}

function stillHere(why: StillHere, count: number, { counts }: OutboxView, status: StatusView): Truth {
  switch (why) {
    case 'waiting':
      return { sentence: m.sync_centre_only_here({ count }), then: nextStep(status), tone: 'warn' };
    case 'loose':
      return { sentence: m.sync_centre_loose({ count }), then: m.sync_centre_loose_then(), tone: 'warn' };
    case 'drafts':
      return { sentence: m.sync_centre_drafts({ count }), then: m.sync_centre_drafts_then(), tone: 'warn' };
    case 'unconfirmed':
      return {
        sentence: m.sync_centre_with_receipt({ count }),
        then: m.sync_centre_with_receipt_then(),
        tone: 'plain',
      };
    case 'attention':
      return {
        sentence: m.sync_centre_attention_left(),
        then: counts.attention > 0 ? m.sync_centre_attention_left_then() : m.sync_centre_attention_others(),
        tone: 'warn',
      };
  }
}

function nextStep({ signedOut, online, sync }: StatusView): string {
  if (signedOut) return m.sync_centre_signed_out();
  if (!online) return m.sync_centre_offline();
  if (sync.running) return m.sync_centre_running();
  return sync.nextTry === null
    ? m.sync_centre_stay()
    : m.sync_centre_next_try({ time: format.timeWithSeconds(sync.nextTry) });
}
