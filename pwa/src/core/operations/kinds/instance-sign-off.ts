/** An agency signs what it has seen of a filling: ids of answers, findings and the filling itself. */
export interface InstanceSignOffFields {
  checklist: string;
  version: string;
  instance: string;
  seen: string[];
  remark?: string | null;
  signature?: string | null;
}
