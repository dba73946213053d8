/** Short forms for what histories record. */
import type { ToRecord } from '$core/recording/keep';
import { instanceId } from '$core/operations/derived-ids';

/** An answer names its filling by list alone: the one of a list of class `team` in this visit. */
export function makeAnswers(item: ToRecord): ToRecord {
  const fields = item.fields as Record<string, unknown>;
  if (item.kind !== 'answer.set' || fields.instance !== undefined) return item;
  return {
    ...item,
    fields: { ...fields, instance: instanceId(item.dossier, fields.checklist as string, 'team', '') },
  };
}
