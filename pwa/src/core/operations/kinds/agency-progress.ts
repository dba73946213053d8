/** An agency's own word on one of its lists; no counts. `reason` is asked with `not_done`. */
import { byList, earlierValue, isDossier, type KindRules } from './kind';

export interface AgencyProgressFields {
  list: string;
  progress: 'busy' | 'done' | 'not_done';
  reason: string | null;
}

export const agencyProgress: KindRules = {
  kind: 'agency.progress',
  family: 'visit',
  register: byList,
  entity: isDossier,
  resolvable: true,
  undo: earlierValue,
};
