/** "Geen" excludes the rest, whichever was tapped last. */
import type { Question } from '$core/checklists';

export function choose(
  { options, exclusive }: Pick<Question, 'options' | 'exclusive'>,
  before: readonly string[],
  next: readonly string[],
): string[] {
  const added = next.find((one) => !before.includes(one));
  const kept = next.filter((one) => added === undefined || (one === exclusive) === (added === exclusive));
  return options.map(({ value }) => value).filter((value) => kept.includes(value));
}
