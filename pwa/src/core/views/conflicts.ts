/** Values that stand side by side until a person chooses. */
import { correctedTime } from '../operations/heads';
import { writeInstant } from '../operations/instants';
import { word } from '../operations/kinds/kind';
import { parseScope } from '../operations/scopes';
import type { ConflictView, EvidenceView } from '../types/dossier';
import type { Uuid } from '../types/ids';
import { firstSeen, seenIn, type Entity } from './entities';
import { registerOf, type Context } from './values';

export interface ConflictsAt {
  dossier: Uuid;
  label: string;
  assigned: boolean;
  evidence: readonly EvidenceView[];
}

export function conflictsOf(at: ConflictsAt, context: Context): ConflictView[] {
  return context.entities.all.flatMap((entity) =>
    Object.entries(entity.shown)
      .filter(([, { conflict }]) => conflict)
      .map(([name]) => conflictView(entity, name, at, context)),
  );
}

function conflictView(entity: Entity, name: string, at: ConflictsAt, context: Context): ConflictView {
  const fields = firstSeen(entity, name)?.fields ?? {};
  const register = registerOf<Record<string, unknown>>(entity, name, context);
  const times = (entity.shown[name]?.values ?? []).flatMap(({ lead }) => {
    const seen = seenIn(entity, name, lead);
    return seen === null ? [] : [correctedTime(seen)];
  });
  return {
    key: [entity.scope, entity.entity, entity.family, name].join('|'),
    dossier: at.dossier,
    dossierLabel: at.label,
    scope: entity.scope,
    entity: entity.entity,
    kind: register.current?.kind ?? '',
    checklist: word(fields, 'checklist') || word(fields, 'list') || null,
    version: word(fields, 'version') || null,
    question: word(fields, 'question') || null,
    register,
    evidence: Object.fromEntries(
      register.values.map(({ id, author }) => [
        id,
        at.evidence.filter(
          ({ subject, value }) => subject === entity.entity && value.author.member === author.member,
        ),
      ]),
    ),
    mayResolve: at.assigned && isOurs(entity, name, context),
    opened: writeInstant(Math.max(...times)),
  };
}

/** The joint part is everybody's at the visit; an agency's own part, and its own register in the joint part, its own. */
function isOurs({ scope, family }: Entity, name: string, { names }: Context): boolean {
  const own = names.person?.agency.id;
  const parsed = parseScope(scope);
  if (parsed?.kind !== 'joint') return parsed?.agency === own;
  const [agency] = name.split('|');
  return family !== 'visit' || name === 'open' || name === 'skip' || agency === own;
}
