/** The rules of checklists, pure: the twin of `server/checklists/service.py`, held together by schemas/vectors. */
export type * from './types';
export { index, type Content } from './content';
export { holds, isShown, number, read, valueOf, type Reading } from './conditions';
export { compare, exact, isDecimal, written } from './numbers';
export { computed, skipped, visible } from './visibility';
export { progress, type Progress } from './progress';
export { proposals, type Proposal } from './proposals';
export { questionsIn } from './trees';
export { checkValue, MAX_PERSONS, MAX_PHOTOS, MAX_TEXT, type Form, type ValueFault } from './values';
