/** For a list kept in the agency's own system: whether anything follows from it. In the owner's scope. */
import { byList, earlierValue, isDossier, type KindRules } from './kind';

export interface AgencyFollowUpFields {
  list: string;
  follow_up: 'yes' | 'no';
}

export const agencyFollowUp: KindRules = {
  kind: 'agency.follow_up',
  family: 'visit',
  register: byList,
  entity: isDossier,
  resolvable: true,
  undo: earlierValue,
};
