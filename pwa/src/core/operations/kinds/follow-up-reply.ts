/** The inspector's answer to a question about a follow-up, in the author's agency scope. */
import { isDrawn, whole, withdrawal, type KindRules } from './kind';

export interface FollowUpReplyFields {
  follow_up: string;
  text: string;
  evidence?: string[];
}

export const followUpReply: KindRules = {
  kind: 'follow_up.reply',
  family: 'reply',
  register: whole,
  entity: isDrawn,
  resolvable: false,
  undo: withdrawal,
};
