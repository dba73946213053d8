/** An agency's own word on a list, and why a list is shut. */
import type { ListPart, Register } from '$core';
import * as m from '$paraglide/messages.js';

type Progress = ListPart['word'] extends Register<infer F> ? F : never;

export function progressWord({ progress }: Pick<Progress, 'progress'>): string {
  return { busy: m.dossier_word_busy, done: m.dossier_word_done, not_done: m.dossier_word_not_done }[
    progress
  ]();
}

/** The word of a whole agency: done when every word is, busy when any list was spoken of, else nothing. */
export function agencyWord(lists: readonly ListPart[]): string | null {
  const said = lists.flatMap(({ word }) => (word.current === null ? [] : [word.current.fields.progress]));
  if (said.length === 0) return null;
  return said.every((word) => word === 'done') && said.length === lists.length
    ? m.dossier_word_done()
    : m.dossier_word_busy();
}
