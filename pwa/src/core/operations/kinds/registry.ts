/** The registry of kinds: one file each, bearing the kind's name. */
import { agencyFollowUp } from './agency-follow-up';
import { agencyProgress } from './agency-progress';
import { answerSet } from './answer-set';
import { dossierOpen } from './dossier-open';
import { evidenceAdd } from './evidence-add';
import { findingAdd } from './finding-add';
import { findingDecide } from './finding-decide';
import { followUpReply } from './follow-up-reply';
import { instanceCreate } from './instance-create';
import { instanceSignOff } from './instance-sign-off';
import { word, type KindRules, type Values } from './kind';
import { noteAdd } from './note-add';
import { targetSkip } from './target-skip';
import { visitState } from './visit-state';
import { withdraw } from './withdraw';

const RULES = [
  agencyFollowUp,
  agencyProgress,
  answerSet,
  dossierOpen,
  evidenceAdd,
  findingAdd,
  findingDecide,
  followUpReply,
  instanceCreate,
  instanceSignOff,
  noteAdd,
  targetSkip,
  visitState,
  withdraw,
];
export const KINDS: ReadonlyMap<string, KindRules> = new Map(RULES.map((rules) => [rules.kind, rules]));

/** This release does not know the kind. */
export class KindUnknown extends Error {}

/** Throws KindUnknown. */
export function kindOf(name: string): KindRules {
  const rules = KINDS.get(name);
  if (rules === undefined) throw new KindUnknown(name);
  return rules;
}

/** The kind that a withdrawal with these fields marks. Throws KindUnknown. */
export function markedKind(values: Values): KindRules {
  return kindOf(word(values, 'of'));
}
