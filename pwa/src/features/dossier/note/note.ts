/** A note that is being typed, and the note that becomes of it: by the button alone, never by time. */
import { discardDraft, recordAll, saveDraft } from '$core';

export type Readers = 'agency' | 'joint';

export const keyOf = (dossier: string): string => `note|${dossier}`;

/** At every keystroke. What was emptied again is nothing unfinished. */
export async function keepNote(dossier: string, text: string, scope: Readers): Promise<void> {
  if (text.trim() === '') return discardDraft(keyOf(dossier));
  const fields = { text, subject: null };
  await saveDraft({ key: keyOf(dossier), kind: 'note.add', dossier, fields, scope, form: true });
}

/** What was typed is let go in the transaction that keeps the note: a device that is full has it still. */
export async function recordNote(dossier: string, text: string, scope: Readers): Promise<void> {
  const note = { dossier, fields: { text, subject: null }, scope };
  await recordAll([['note.add', note]], { drafts: [keyOf(dossier)] });
}
