/** Where one agency is with the visit. */
export interface VisitStateFields {
  state: 'arrived' | 'suspended' | 'left' | 'closed';
  reason: string | null;
}
