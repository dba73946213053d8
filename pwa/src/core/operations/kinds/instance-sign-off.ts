/** An agency signs what it has seen of a filling: ids of answers, findings and the filling itself. */
import { byAgency, withdrawal, word, type KindRules } from './kind';

export interface InstanceSignOffFields {
  checklist: string;
  version: string;
  instance: string;
  seen: string[];
  remark?: string | null;
  signature?: string | null;
}

export const instanceSignOff: KindRules = {
  kind: 'instance.sign_off',
  family: 'instance',
  register: byAgency,
  entity: ({ values }) => word(values, 'instance'),
  resolvable: false,
  undo: withdrawal,
};
