/** Says that a planned visit is not made, and why. */
export interface TargetSkipFields {
  reason: string;
}
