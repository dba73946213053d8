/**
 * How a follow-up that a rule names reaches its agency: said before a finding is recorded. The server decides it at
 * acceptance; this only foretells it, from what the tablet knows.
 */
import type { Agency, DataClass, DossierView } from '$core';

/**
 * `own`: in the own inbox. `goes`: to the other agency at once. `choice`: to the other agency only if the inspector
 * chooses it. `inform`: the owner informs it outside the app. `decide`: the owner decides on informing it.
 */
export type Way = 'own' | 'goes' | 'choice' | 'inform' | 'decide';

/** In the library this is the role of that name in the action's lead agency, not an agency. */
const LEAD = 'operationeel_leider';

type Around = Pick<DossierView, 'action' | 'onAction'>;

/** Public agencies of this kind that take part in the action, the own one left out: whom the app can reach. */
export function reachable(kind: string, { action, onAction }: Around, own: Agency | null): Agency[] {
  const lead = action?.lead.agency;
  return onAction.filter(
    (agency) =>
      agency.id !== own?.id &&
      agency.public !== false &&
      (kind === LEAD ? agency.id === lead : agency.kind === kind),
  );
}

export function wayOf(kind: string, dataClass: DataClass, around: Around, own: Agency | null): Way {
  if (kind === LEAD ? own?.id === around.action?.lead.agency : own?.kind === kind) return 'own';
  if (dataClass !== 'team' && dataClass !== 'agency') return 'decide';
  if (reachable(kind, around, own).length === 0) return 'inform';
  return dataClass === 'team' ? 'goes' : 'choice';
}
