/** What the own agency may say about its presence, given what it said last. */
import type { DossierView } from '$core';

export type VisitSaid = 'arrived' | 'suspended' | 'left' | 'closed';

export const ownWord = ({ state }: DossierView): VisitSaid | null =>
  state.agencies.find(({ own }) => own)?.register.current?.fields.state ?? null;

export const ownSince = ({ state }: DossierView): string | null =>
  state.agencies.find(({ own }) => own)?.register.current?.at ?? null;

/** In the order in which they are offered; those with a reason ask for one. */
export function choices(word: VisitSaid | null): { say: VisitSaid; reason: 'none' | 'asked' }[] {
  switch (word) {
    case null:
      return [{ say: 'arrived', reason: 'none' }];
    case 'arrived':
      return [
        { say: 'suspended', reason: 'asked' },
        { say: 'left', reason: 'none' },
        { say: 'closed', reason: 'none' },
      ];
    case 'suspended':
      return [
        { say: 'arrived', reason: 'none' },
        { say: 'left', reason: 'none' },
        { say: 'closed', reason: 'none' },
      ];
    case 'left':
    case 'closed':
      return [{ say: 'arrived', reason: 'asked' }];
  }
}
