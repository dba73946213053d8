/** The one sentence of truth, from proofs alone: what is only here, what is there, and whether this device may be handed in. */
import type { OutboxView, StatusView } from '$core';
import * as m from '$paraglide/messages.js';
import { format } from '$app/i18n';

export interface Truth {
  sentence: string;
  then: string;
  tone: 'plain' | 'ok' | 'warn' | 'error';
}

export function truthOf(outbox: OutboxView, status: StatusView): Truth {
  const { waiting } = status;
  if (status.storage.full)
    return { sentence: m.sync_centre_full(), then: m.sync_centre_full_then(), tone: 'error' };
  if (waiting > 0)
    return { sentence: m.sync_centre_only_here({ count: waiting }), then: nextStep(status), tone: 'warn' };
  if (status.loose > 0)
    return {
      sentence: m.sync_centre_loose({ count: status.loose }),
      then: m.sync_centre_loose_then(),
      tone: 'warn',
    };
  if (outbox.counts.onServer > 0) {
    return {
      sentence: m.sync_centre_with_receipt({ count: outbox.counts.onServer }),
      then: m.sync_centre_with_receipt_then(),
      tone: 'plain',
    };
  }
  if (outbox.counts.attention > 0) {
    return {
      sentence: m.sync_centre_attention_left(),
      then: m.sync_centre_attention_left_then(),
      tone: 'warn',
    };
  }
  if (outbox.allConfirmedAt === null) {
    return { sentence: m.sync_centre_nothing(), then: m.sync_centre_nothing_then(), tone: 'plain' };
  }
  return {
    sentence: m.sync_centre_all_confirmed({ time: format.time(outbox.allConfirmedAt) }),
    then: m.sync_centre_hand_in(),
    tone: 'ok',
  };
}

function nextStep({ signedOut, online, sync }: StatusView): string {
  if (signedOut) return m.sync_centre_signed_out();
  if (!online) return m.sync_centre_offline();
  if (sync.running) return m.sync_centre_running();
  return sync.nextTry === null
    ? m.sync_centre_stay()
    : m.sync_centre_next_try({ time: format.timeWithSeconds(sync.nextTry) });
}
