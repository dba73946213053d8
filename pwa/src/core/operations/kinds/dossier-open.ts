/** Opens an unplanned dossier; without a site it needs a label and a place. */
export interface DossierOpenFields {
  action: string;
  site: string | null;
  label: string | null;
  team: string;
  reason: string;
}
