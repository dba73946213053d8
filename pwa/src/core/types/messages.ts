/** What comes back to the person who recorded a finding. */
import type { FollowUpReplyFields } from '../operations/kinds/index';
import type { Instant, Uuid, Words } from './ids';
import type { Agency } from './session';
import type { Outcome } from './dossier';
import type { Value } from './values';

export interface QuestionBack {
  /** The question document's id. */
  id: Uuid;
  followUp: Uuid;
  dossier: Uuid;
  dossierLabel: string;
  finding: Uuid;
  findingTitle: Words;
  from: Agency | null;
  text: string;
  at: Instant;
  replies: Value<FollowUpReplyFields>[];
  answered: boolean;
}

export interface FindingOutcome {
  finding: Uuid;
  findingTitle: Words;
  dossier: Uuid;
  dossierLabel: string;
  outcomes: Outcome[];
}

export interface MessagesView {
  questions: QuestionBack[];
  outcomes: FindingOutcome[];
  /** Open questions. */
  unread: number;
}
