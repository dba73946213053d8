/** What a tree reads. Twin of server/checklists/language/trees.py. */
import type { Condition, Formula } from './types';

/** Codes of the questions and figures that the tree names, each once, in order of appearance. */
export function questionsIn(tree: Condition | Formula): string[] {
  return [...new Set(named(tree))];
}

function named(tree: Condition | Formula): string[] {
  if ('question' in tree) return [tree.question];
  if ('questions' in tree) return tree.questions;
  if ('left' in tree) return [...named(tree.left), ...named(tree.right)];
  return 'of' in tree ? tree.of.flatMap(named) : [];
}
