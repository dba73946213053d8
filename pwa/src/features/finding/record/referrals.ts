/**
 * Telling another agency. From class `team` the server does it by itself; from class `agency` the confirming inspector
 * chooses, names the legal basis and sees exactly what leaves; from every other class nothing leaves (DESIGN § 5).
 */
import type { Agency, DossierView, ProposalView } from '$core/types';
import { reachable } from '$app/follow-ups/way';

export type Referral = {
  receiver: string;
  action: string;
  dueDays: number;
  legalBasis: string;
  sentence: string;
};

export interface Offer {
  key: string;
  receiver: Agency;
  action: string;
  dueDays: number;
}

/** The grounds an inspector may name; the words stand in the catalogue under `finding_basis_…`. */
export const BASES = ['own_task', 'statutory_duty', 'consent', 'serious_danger'] as const;

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

export function keyOf(referral: Referral): string {
  return `${referral.receiver}|${referral.action}`;
}
