/** An agency's own word on one of its lists; no counts. `reason` is asked with `not_done`. */
export interface AgencyProgressFields {
  list: string;
  progress: 'busy' | 'done' | 'not_done';
  reason: string | null;
}
