/** The kinds of the first release, by name; one file each. */
import type { AgencyFollowUpFields } from './agency-follow-up';
import type { AgencyProgressFields } from './agency-progress';
import type { AnswerSetFields } from './answer-set';
import type { DossierOpenFields } from './dossier-open';
import type { EvidenceAddFields } from './evidence-add';
import type { FindingAddFields } from './finding-add';
import type { FindingDecideFields } from './finding-decide';
import type { FollowUpReplyFields } from './follow-up-reply';
import type { InstanceCreateFields } from './instance-create';
import type { InstanceSignOffFields } from './instance-sign-off';
import type { NoteAddFields } from './note-add';
import type { TargetSkipFields } from './target-skip';
import type { VisitStateFields } from './visit-state';
import type { WithdrawFields } from './withdraw';

export type {
  AgencyFollowUpFields,
  AgencyProgressFields,
  AnswerSetFields,
  DossierOpenFields,
  EvidenceAddFields,
  FindingAddFields,
  FindingDecideFields,
  FollowUpReplyFields,
  InstanceCreateFields,
  InstanceSignOffFields,
  NoteAddFields,
  TargetSkipFields,
  VisitStateFields,
  WithdrawFields,
};

export interface KindFields {
  'agency.follow_up': AgencyFollowUpFields;
  'agency.progress': AgencyProgressFields;
  'answer.set': AnswerSetFields;
  'dossier.open': DossierOpenFields;
  'evidence.add': EvidenceAddFields;
  'finding.add': FindingAddFields;
  'finding.decide': FindingDecideFields;
  'follow_up.reply': FollowUpReplyFields;
  'instance.create': InstanceCreateFields;
  'instance.sign_off': InstanceSignOffFields;
  'note.add': NoteAddFields;
  'target.skip': TargetSkipFields;
  'visit.state': VisitStateFields;
  withdraw: WithdrawFields;
}

export type Kind = keyof KindFields;
export type FieldsOf<K extends Kind> = KindFields[K];
