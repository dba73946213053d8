/** What every control of a question is handed, and what it hands back. */
import type { KeptPhoto, PhotoToKeep, Site } from '$core';
import type { Content, Question, ValueFault } from '$core/checklists';

export interface Input {
  content: Content;
  question: Question;
  /** What stands or was just tapped; null: open. */
  value: unknown;
  /** What is being typed and is no answer yet; undefined: nothing. */
  typed: unknown;
  fault: ValueFault | null;
  /** Id of the element with the question's words. */
  labelledby: string;
  disabled: boolean;
  dossier: string;
  site: Site | null;
  /** Options that lead to a finding: told by colour. */
  bad: readonly string[];
  /** One tap is an answer. */
  set: (value: unknown, photos?: readonly (PhotoToKeep | KeptPhoto)[]) => void;
  /** A keystroke is a draft. */
  type: (value: unknown) => void;
  /** The field was left. */
  leave: () => void;
}
