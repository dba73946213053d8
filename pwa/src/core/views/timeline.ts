/** Who recorded what, in order of time, newest first; what was replaced or withdrawn stays in it. */
import { correctedTime } from '../operations/heads';
import { writeInstant } from '../operations/instants';
import type { KnownOperation } from '../store/reading';
import type { Place } from '../types/ids';
import type { TimelineItem } from '../types/dossier';
import { stageOfOperation, type Context } from './values';

/** Fields that tell what an item is about; ids of other operations and hashes do not. */
const TOLD = [
  'checklist', 'version', 'instance', 'question', 'list', 'rule', 'label', 'state', 'progress', 'follow_up', 'title', 'severity',
  'decision', 'kind', 'text', 'reason', 'caption', 'room', 'role', 'subject', 'of',
]; // prettier-ignore

export function timelineOf(context: Context): TimelineItem[] {
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
    }));
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
