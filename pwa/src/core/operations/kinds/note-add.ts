/** A note, on the visit (subject null) or on something recorded in it. */
import { isDrawn, whole, withdrawal, type KindRules } from './kind';

export interface NoteAddFields {
  text: string;
  subject: string | null;
}

export const noteAdd: KindRules = {
  kind: 'note.add',
  family: 'note',
  register: whole,
  entity: isDrawn,
  resolvable: true,
  undo: withdrawal,
};
