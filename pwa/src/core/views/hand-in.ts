/** Whether this device may be handed in: after that it may be wiped, so whatever is not proved to be elsewhere stands in the way. */
import type { StatusView } from '../types/status';

/**
 * `waiting`: no receipt yet, of a text or its photo; `loose`: a photo that no record names; `drafts`: typed and not recorded;
 * `unconfirmed`: a receipt, but not yet listed by the server; `attention`: set aside, and nobody wrote it again or took it back.
 */
export type StillHere = 'waiting' | 'loose' | 'drafts' | 'unconfirmed' | 'attention';

export interface HandIn {
  may: boolean;
  /** What stands in the way, the most pressing first; of everybody who used this device. */
  because: { why: StillHere; count: number }[];
}

type Counted = Pick<StatusView, 'waiting' | 'loose' | 'drafts' | 'unconfirmed' | 'unsettled'>;

export function mayHandIn({ waiting, loose, drafts, unconfirmed, unsettled }: Counted): HandIn {
  const all: HandIn['because'] = [
    { why: 'waiting', count: waiting },
    { why: 'loose', count: loose },
    { why: 'drafts', count: drafts },
    { why: 'unconfirmed', count: unconfirmed },
    { why: 'attention', count: unsettled },
  ];
  const because = all.filter(({ count }) => count > 0);
  return { may: because.length === 0, because };
}
