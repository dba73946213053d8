/** Marks one earlier operation of the same agency as withdrawn; nothing is deleted. `lost`: the photo's bytes are gone. */
export interface WithdrawFields {
  id: string;
  of: string;
  reason: string;
  lost?: boolean;
}
