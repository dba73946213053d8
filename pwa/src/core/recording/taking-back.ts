/** Taking back, choosing and writing again: nothing is deleted, each is an operation of its own. */
import type { Values } from '../operations/kinds/kind';
import { kindOf } from '../operations/kinds/registry';
import { knownOperations, type KnownOperation } from '../store/reading';
import type { OperationId, Place } from '../types/ids';
import type { ConflictView } from '../types/dossier';
import { currentAuthor } from './author';
import type { Device } from './device';
import { RecordError } from './error';
import { recordAll, type ToRecord } from './keep';

/** Fields that belong to one operation and are not copied into the next. */
const OF_ONE = new Set(['place', 'reissues', 'resolution', 'pad']);

/** An earlier answer or state again, else a withdrawal. Throws RecordError `not-found` for what is not this person's own. */
export async function undo(device: Device, id: OperationId): Promise<OperationId> {
  const done = await find(device, id, true);
  const rules = kindOf(done.kind);
  if (rules.undo === null) throw new RecordError('not-found', `${done.kind} cannot be taken back`);
  const [before] = done.base.length === 1 ? done.base : [];
  const earlier = before === undefined ? null : await find(device, before, false).catch(() => null);
  const values = earlier === null || earlier.values.resolution !== undefined ? null : copied(earlier.values);
  const {
    kind,
    base,
    values: fields,
  } = rules.undo({ id, kind: done.kind, values: copied(done.values), before: values });
  const item = { kind, base, fields, ...where(done, kind) };
  const [back = ''] = await recordAll(device, [item], kind === 'withdraw' ? { takesBack: id } : {});
  return back;
}

/** `lost`: the bytes of a photo are gone. Throws RecordError `not-found`. */
export async function withdraw(
  device: Device,
  id: OperationId,
  reason: string,
  lost = false,
): Promise<OperationId> {
  const done = await find(device, id, false);
  const fields = { id, of: done.kind, reason, ...(lost ? { lost } : {}) };
  const item = { kind: 'withdraw', base: [], fields, ...where(done, 'withdraw') };
  const [mark = ''] = await recordAll(device, [item], { takesBack: id });
  return mark;
}

export interface Choice {
  keep: readonly OperationId[];
  lead: OperationId;
  reason: string;
  place?: Place | null;
}

/** Close a conflict with values that stand in it. Throws RecordError `invalid` when `lead` is not kept. */
export async function resolve(device: Device, conflict: ConflictView, choice: Choice): Promise<OperationId> {
  const { keep, lead, reason, place } = choice;
  const value = conflict.register.values.find(({ id }) => id === lead);
  if (value === undefined || !keep.includes(lead))
    throw new RecordError('invalid', 'the lead is one of those kept', 'lead');
  const plain = keep.flatMap((id) => conflict.register.values.find((one) => one.id === id)?.keeps ?? [id]);
  const fields = {
    ...copied(value.fields),
    resolution: { keep: [...new Set(plain)], lead: value.keeps?.[0] ?? lead },
    reason,
  };
  const { dossier, entity, kind, scope, register } = conflict;
  const base = [...new Set([...register.base, ...plain])];
  return recordOne(device, { kind, dossier, entity, scope, base, fields, place });
}

/** The way out for what was set aside: the same entity, with what mends it; names the old one and its base. */
export async function reissue(device: Device, id: OperationId, changes: Values = {}): Promise<OperationId> {
  const old = await find(device, id, true);
  const fields = { ...copied(old.values), ...changes, reissues: id };
  const place = (old.values.place as Place | undefined) ?? null;
  const item = { kind: old.kind, base: [id, ...old.base], fields, place, ...where(old, old.kind) };
  const [fresh = ''] = await recordAll(device, [item], { reissues: id });
  return fresh;
}

async function recordOne(device: Device, item: ToRecord): Promise<OperationId> {
  const [id = ''] = await recordAll(device, [item]);
  return id;
}

function where(done: KnownOperation, kind: string): { dossier: string; entity: string; scope: string } {
  if (kind !== 'withdraw' && kind !== done.kind)
    throw new RangeError(`${kind} does not take back ${done.kind}`);
  return { dossier: done.dossier, entity: done.entity, scope: done.scope };
}

async function find(device: Device, id: OperationId, mine: boolean): Promise<KnownOperation> {
  const { part } = await currentAuthor(device);
  const rows = await device.database.read(['own', 'held'], async (tables) => {
    const own = await tables.own.get(id);
    if (own?.part === part) return { own: [own], held: [] };
    return { own: [], held: mine ? [] : await tables.held.by('part+id', [part, id]) };
  });
  const [found] = await knownOperations(rows.own, rows.held);
  if (found === undefined)
    throw new RecordError('not-found', 'this was not recorded by this person on this device');
  return found;
}

function copied(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !OF_ONE.has(name)));
}
