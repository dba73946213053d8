/** A register as screens show it: each value with its author, time, place and stage. */
import { correctedTime } from '../operations/heads';
import { writeInstant } from '../operations/instants';
import { isResolution, type Shown } from '../operations/show';
import type { Mark } from '../operations/state';
import { memberOf, type KnownOperation } from '../store/reading';
import type { OperationId, Place } from '../types/ids';
import type { Author, Register, Stage, Value } from '../types/values';
import type { Entities, Entity } from './entities';
import type { Names } from './names';
import { stageOf, type Sending } from './stages';

export interface Context {
  names: Names;
  entities: Entities;
  sending: Sending;
}

export const nothing = <F>(): Register<F> => ({
  values: [],
  current: null,
  conflict: false,
  withdrawnBy: null,
  base: [],
});

export function registerOf<F>(entity: Entity | undefined, name: string, context: Context): Register<F> {
  const shown: Shown | undefined = entity?.shown[name];
  if (entity === undefined || shown === undefined) return nothing();
  const values = shown.values.flatMap(({ id, lead, keeps }) => {
    const value = valueOf<F>(id, lead, context);
    return value === null ? [] : [{ ...value, keeps }];
  });
  return {
    values,
    current: values[0] ?? null,
    conflict: shown.conflict,
    withdrawnBy: shown.withdrawnBy === null ? null : authorOfMark(shown.withdrawnBy, context),
    base: shown.base,
  };
}

/** `id` gives the value, `lead` its content; they differ for a resolution. */
export function valueOf<F>(
  id: OperationId,
  lead: OperationId,
  { names, entities, sending }: Context,
): Value<F> | null {
  const operation = entities.operations.get(id);
  const content = entities.operations.get(lead);
  if (operation === undefined || content === undefined) return null;
  const { place = null, ...fields } = content.values as { place?: Place | null };
  return {
    id,
    entity: operation.entity,
    kind: operation.kind,
    scope: operation.scope,
    fields: fields as F,
    erased: content.erased,
    author: names.author(content.member, content.agency),
    at: writeInstant(correctedTime(content)),
    place,
    stage: stageOfOperation(operation, sending),
    keeps: null,
    reason: isResolved(operation) ? (operation.values.reason as string) : null,
  };
}

export function stageOfOperation(operation: KnownOperation, sending: Sending): Stage {
  return operation.own === null ? 'received' : stageOf(operation.own, sending);
}

export function authorOfMark(mark: Mark, { names, entities }: Context): Author {
  const operation = entities.operations.get(mark.by);
  const member = operation?.member ?? memberOf('');
  return names.author(member, mark.agency);
}

function isResolved({ kind, values, at, offset, signer, agency }: KnownOperation): boolean {
  return isResolution({ kind, fields: values, at, offset: offset ?? 0, signer, agency });
}
