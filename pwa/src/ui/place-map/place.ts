/** A place on the plain map. */
import type { Point } from './project';

export interface Place extends Point {
  id: string;
  /** One or two signs in the pin. */
  sign: string;
  kind: 'planned' | 'next' | 'done' | 'alarm' | 'point' | 'own';
  /** Metres; drawn as a disc. */
  accuracy?: number | null;
}
