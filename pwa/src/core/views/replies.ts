/**
 * Which replies belong to which question, by the order in which the server numbered them: the clock of a device that answers
 * offline says nothing of the server's.
 */

export interface Numbered {
  /** The server has it, and this device knows. */
  there: boolean;
  /** Its number among the entries of the question's scope; null where it has none there. */
  n: number | null;
}

/** The number is that of the last time that the server told of the question: it tells again once it is answered. */
export interface ToAnswer {
  id: string;
  at: string;
  n: number;
  answered: boolean;
}

/** `asked`: all questions about the same follow-up. A reply answers every question that was open when it came. */
export function repliesTo<R extends Numbered>(
  question: ToAnswer,
  asked: readonly ToAnswer[],
  replies: readonly R[],
): R[] {
  // Had it come after the question, the server would have called that answered.
  if (!question.answered) return replies.filter(({ there, n }) => !there || (n !== null && n > question.n));
  const before = replies.flatMap(({ n }) => (n !== null && n < question.n ? [n] : []));
  const answer = Math.max(...before);
  const earlier = asked.filter((one) => one.answered && one.n < answer).map(({ n }) => n);
  const from = Math.max(0, ...earlier);
  const isLast = asked.every((one) => one.at <= question.at);
  const until = isLast ? Infinity : question.n;
  return replies.filter(({ n }) => (n === null ? isLast : n > from && n < until));
}
