/**
 * Telling another agency. From class `team` the server does it by itself; from class `agency` the confirming inspector
 * chooses, names the legal basis and sees exactly what leaves; from every other class nothing leaves.
 */
import type { Agency, DossierView, ProposalView } from '$core/types';
import { BASES, type Basis } from '$app/words/tasks';
import { reachable } from '$app/follow-ups/way';

export type Referral = {
  receiver: string;
  action: string;
  dueDays: number;
  legalBasis: Basis;
  sentence: string;
  /** A task for the own agency: no other is told, so no basis is asked and the sentence is the finding's title. */
  own?: true;
};

export interface Offer {
  key: string;
  receiver: Agency;
  action: string;
  dueDays: number;
}

type Around = Pick<DossierView, 'action' | 'onAction'>;

/** Follow-ups of the proposal for other public agencies on this action: each may be chosen, none is by itself. */
export function offers(proposal: ProposalView | null, around: Around | null, own: Agency | null): Offer[] {
  if (proposal?.dataClass !== 'agency' || around === null) return [];
  return proposal.followUps.flatMap(({ agency, action, dueDays }) =>
    reachable(agency, around, own).map((receiver) => ({
      key: `${receiver.id}|${action}`,
      receiver,
      action,
      dueDays,
    })),
  );
}

export function begin(offer: Offer, sentence: string): Referral {
  return {
    receiver: offer.receiver.id,
    action: offer.action,
    dueDays: offer.dueDays,
    legalBasis: BASES[0],
    sentence,
  };
}

/** After a finding without a rule the person names what should follow: further investigation, until another is chosen. */
export function named(receiver: Agency, own: boolean): Referral {
  const offer = { key: '', receiver, action: 'further_investigation', dueDays: 14 };
  return { ...begin(offer, ''), ...(own ? { own } : {}) };
}

/** Terms to choose from, in days from the decision. */
export const TERMS = [0, 1, 3, 7, 14, 28, 84] as const;

export function keyOf(referral: Referral): string {
  return `${referral.receiver}|${referral.action}`;
}
