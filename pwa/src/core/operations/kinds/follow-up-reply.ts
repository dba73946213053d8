/** The inspector's answer to a question about a follow-up, in the author's agency scope. */
export interface FollowUpReplyFields {
  follow_up: string;
  text: string;
  evidence?: string[];
}
