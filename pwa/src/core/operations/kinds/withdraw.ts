/** Marks one earlier operation of the same agency as withdrawn; nothing is deleted. `lost`: the photo's bytes are gone. */
import { isDrawn, type KindRules } from './kind';

export interface WithdrawFields {
  id: string;
  of: string;
  reason: string;
  lost?: boolean;
}

export const withdraw: KindRules = {
  kind: 'withdraw',
  family: '',
  register: null,
  entity: isDrawn,
  resolvable: false,
  undo: null,
};
