/** Who recorded what, in order of time, newest first; what was replaced or withdrawn stays in it. */
import { correctedTime } from '../operations/heads';
import { writeInstant } from '../operations/instants';
import { withdrawals } from '../operations/show';
import type { Mark } from '../operations/state';
import type { KnownOperation } from '../store/reading';
import type { OperationId } from '../types/ids';
import type { Place } from '../types/ids';
import type { TimelineItem } from '../types/dossier';
import { authorOfMark, stageOfOperation, type Context } from './values';

/** Fields that tell what an item is about; ids of other operations and hashes do not. */
const TOLD = [
  'checklist', 'version', 'instance', 'question', 'list', 'rule', 'label', 'state', 'progress', 'follow_up', 'title', 'severity',
  'decision', 'kind', 'text', 'reason', 'caption', 'room', 'role', 'subject', 'of',
]; // prettier-ignore

/** What a person takes back with a reason; a state, a word or a sign-off is answered by the next one instead. */
const WITHDRAWN = new Set(['answer.set', 'finding.add', 'finding.decide', 'note.add', 'evidence.add']);

export function timelineOf(context: Context): TimelineItem[] {
  const { marks, standing } = standingOf(context);
  return [...context.entities.operations.values()]
    .map((operation) => ({ operation, time: correctedTime(operation) }))
    .sort((one, other) => other.time - one.time || (one.operation.id < other.operation.id ? 1 : -1))
    .map(({ operation, time }) => ({
      id: operation.id,
      at: writeInstant(time),
      author: context.names.author(operation.member, operation.agency),
      kind: operation.kind,
      entity: operation.entity,
      scope: operation.scope,
      stage: stageOfOperation(operation, context.sending),
      place: (operation.values.place as Place | undefined) ?? null,
      details: detailsOf(operation),
      withdrawn: withdrawnBy(marks.get(operation.id), context),
      mayWithdraw: WITHDRAWN.has(operation.kind) && standing.has(operation.id) && isOwn(operation, context),
    }));
}

/** The first mark that counts on each operation, and the operations that no other replaced or marked. */
function standingOf({ entities }: Context): { marks: Map<OperationId, Mark>; standing: Set<OperationId> } {
  const marks = new Map<OperationId, Mark>();
  const standing = new Set<OperationId>();
  for (const { state, shown } of entities.all) {
    for (const { seen } of Object.values(state.registers))
      for (const id of Object.keys(state.marks)) {
        const [mark] = id in seen ? withdrawals(id, seen, state.marks) : [];
        if (mark) marks.set(id, mark);
      }
    for (const { base } of Object.values(shown)) for (const id of base) standing.add(id);
  }
  return { marks, standing };
}

function withdrawnBy(mark: Mark | undefined, context: Context): TimelineItem['withdrawn'] {
  return mark === undefined ? null : { by: authorOfMark(mark, context), reason: mark.reason ?? '' };
}

function isOwn({ member, agency }: KnownOperation, { names }: Context): boolean {
  return names.author(member, agency).own;
}

export function detailsOf({ kind, values }: Pick<KnownOperation, 'kind' | 'values'>): Record<string, string> {
  const told = TOLD.flatMap((name) => {
    const value = values[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  const answer = kind === 'answer.set' ? [['value', JSON.stringify(values.value ?? null)] as const] : [];
  const resolved = values.resolution === undefined ? [] : [['resolution', 'yes'] as const];
  return Object.fromEntries([...told, ...answer, ...resolved]);
}
