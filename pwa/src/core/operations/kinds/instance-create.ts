/** Begins one filling of a checklist version. */
export interface InstanceCreateFields {
  checklist: string;
  version: string;
  label: string | null;
}
