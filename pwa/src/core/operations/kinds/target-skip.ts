/** Says that a planned visit is not made, and why. */
import { isDossier, withdrawal, type KindRules } from './kind';

export interface TargetSkipFields {
  reason: string;
}

export const targetSkip: KindRules = {
  kind: 'target.skip',
  family: 'visit',
  register: () => 'skip',
  entity: isDossier,
  resolvable: true,
  undo: withdrawal,
};
