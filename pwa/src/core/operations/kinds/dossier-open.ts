/** Opens an unplanned dossier; without a site it needs a label and a place. */
import { isDossier, withdrawal, type KindRules } from './kind';

export interface DossierOpenFields {
  action: string;
  site: string | null;
  label: string | null;
  team: string;
  reason: string;
}

export const dossierOpen: KindRules = {
  kind: 'dossier.open',
  family: 'visit',
  register: () => 'open',
  entity: isDossier,
  resolvable: true,
  undo: withdrawal,
};
