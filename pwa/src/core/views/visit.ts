/** Where a visit is, from the words of the agencies at it (docs/format.md § 6); the twin of server/dossiers/families/visit.py. */
import type { TargetSkipFields, VisitStateFields } from '../operations/kinds/index';
import type { Uuid } from '../types/ids';
import type { VisitState, VisitWord } from '../types/dossier';
import type { Entity } from './entities';
import { registerOf, type Context } from './values';

/** `agencies`: those that take part; one that spoke though it does not is shown too. */
export function visitState(
  visit: Entity | undefined,
  agencies: readonly Uuid[],
  context: Context,
): VisitState {
  const spoken = Object.keys(visit?.shown ?? {}).filter(
    (name) => name !== 'open' && name !== 'skip' && !name.includes('|'),
  );
  const all = [...new Set([...agencies, ...spoken])].map((id) => ({
    agency: context.names.agency(id),
    own: context.names.person?.agency.id === id,
    register: registerOf<VisitStateFields>(visit, id, context),
  }));
  const skip = registerOf<TargetSkipFields>(visit, 'skip', context);
  const said = all.flatMap(({ register }) => register.values);
  const arrived = said.filter(({ fields }) => fields.state === 'arrived').map(({ at }) => at);
  return {
    word: wordOf(new Set(said.map(({ fields }) => fields.state)), skip.current !== null),
    since: arrived.sort()[0] ?? null,
    agencies: all,
    skip,
  };
}

/** Suspended if any agency is, on site if any is, closed when all are; left between; skipped; else planned. */
function wordOf(said: ReadonlySet<string>, skipped: boolean): VisitWord {
  if (said.has('suspended')) return 'suspended';
  if (said.has('arrived')) return 'on_site';
  if (said.size === 1 && said.has('closed')) return 'closed';
  if (said.size > 0) return 'left';
  return skipped ? 'skipped' : 'planned';
}
