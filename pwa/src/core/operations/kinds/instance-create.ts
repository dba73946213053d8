/** Begins one filling of a checklist version. */
import { instanceId } from '../derived-ids';
import { whole, withdrawal, word, type KindRules } from './kind';

export interface InstanceCreateFields {
  checklist: string;
  version: string;
  label: string | null;
}

export const instanceCreate: KindRules = {
  kind: 'instance.create',
  family: 'instance',
  register: whole,
  entity: ({ dossier, agency, values, facts }) =>
    facts === null || facts.repeatable
      ? null
      : instanceId(dossier, word(values, 'checklist'), facts.dataClass, agency),
  resolvable: true,
  undo: withdrawal,
};
