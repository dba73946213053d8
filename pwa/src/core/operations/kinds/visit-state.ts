/** Where one agency is with the visit. */
import { byAgency, earlierValue, isDossier, type KindRules } from './kind';

export interface VisitStateFields {
  state: 'arrived' | 'suspended' | 'left' | 'closed';
  reason: string | null;
}

export const visitState: KindRules = {
  kind: 'visit.state',
  family: 'visit',
  register: byAgency,
  entity: isDossier,
  resolvable: true,
  undo: earlierValue,
};
