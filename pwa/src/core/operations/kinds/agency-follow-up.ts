/** For a list kept in the agency's own system: whether anything follows from it. In the owner's scope. */
export interface AgencyFollowUpFields {
  list: string;
  follow_up: 'yes' | 'no';
}
