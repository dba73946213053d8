/** A note, on the visit (subject null) or on something recorded in it. */
export interface NoteAddFields {
  text: string;
  subject: string | null;
}
