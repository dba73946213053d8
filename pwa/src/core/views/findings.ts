/** Findings as they stand, with what became of them. */
import type { Content } from '../checklists';
import type { FindingAddFields, FindingDecideFields } from '../operations/kinds/index';
import { word } from '../operations/kinds/kind';
import { parseScope } from '../operations/scopes';
import { correctedTime } from '../operations/heads';
import { isResolution } from '../operations/show';
import type { EvidenceView, FindingView, InstanceView, Outcome } from '../types/dossier';
import type { Severity, Uuid, Words } from '../types/ids';
import { firstSeen, type Entity } from './entities';
import { together } from './stages';
import { registerOf, type Context } from './values';

export interface FindingsAt {
  evidence: readonly EvidenceView[];
  instances: readonly InstanceView[];
  outcomes: ReadonlyMap<Uuid, Outcome[]>;
  content: (checklist: string, version: string) => Content | null;
}

export function findingsOf(at: FindingsAt, context: Context): FindingView[] {
  return context.entities.of('finding').map((entity) => findingView(entity, at, context));
}

/** The agency that alone confirms a finding: of a free one its author's, of a proposal the deciding one. */
export function ownerOf({ state }: Entity): Uuid {
  const seen = Object.entries(state.registers['']?.seen ?? {});
  const own = seen.filter(([, one]) => !isResolution(one));
  const added = own.filter(([, { kind }]) => kind === 'finding.add');
  const [first] = ([added, own, seen].find(({ length }) => length > 0) ?? []).sort(
    ([id, one], [other, two]) => correctedTime(one) - correctedTime(two) || (id < other ? -1 : 1),
  );
  return first?.[1].agency ?? '';
}

function findingView(
  entity: Entity,
  { evidence, instances, outcomes, content }: FindingsAt,
  context: Context,
): FindingView {
  const register = registerOf<FindingAddFields | FindingDecideFields>(entity, '', context);
  const first = firstSeen(entity) ?? Object.values(entity.state.registers['']?.seen ?? {})[0];
  const fields = first?.fields ?? {};
  const ruled = fields.rule === undefined ? null : ruleOf(fields);
  const found = ruled && content(ruled.checklist, ruled.version)?.rules.get(ruled.code)?.rule;
  const photos = evidence.filter(({ subject, withdrawn }) => subject === entity.entity && withdrawn === null);
  const own = register.current;
  return {
    entity: entity.entity,
    source: ruled ? 'proposed' : 'free',
    scope: entity.scope,
    dataClass: parseScope(entity.scope)?.dataClass ?? 'agency',
    title: found?.title ?? titled(word(fields, 'title') || (ruled?.code ?? '')),
    severity: (word(fields, 'severity') || 'minor') as Severity,
    kind: (word(fields, 'kind') || 'violation') as FindingView['kind'],
    text: word(fields, 'text') || null,
    decision: (word(fields, 'decision') || 'confirm') as FindingView['decision'],
    owner: context.names.agency(ownerOf(entity)),
    rule: ruled,
    register,
    answersChanged: ruled !== null && own !== null && haveChanged(fields, ruled.instance, instances),
    evidence: photos,
    outcomes: outcomes.get(entity.entity) ?? [],
    stage: together(own?.stage ?? 'received', ...photos.map(({ stage }) => stage)),
  };
}

function ruleOf(fields: Record<string, unknown>): NonNullable<FindingView['rule']> {
  return {
    checklist: word(fields, 'checklist'),
    version: word(fields, 'version'),
    instance: word(fields, 'instance'),
    question: word(fields, 'question'),
    code: word(fields, 'rule'),
  };
}

/** Whether an answer that the decision saw no longer stands. */
function haveChanged(fields: Record<string, unknown>, id: Uuid, instances: readonly InstanceView[]): boolean {
  const instance = instances.find(({ entity }) => entity === id);
  if (instance === undefined || !Array.isArray(fields.answers)) return false;
  const stand = new Set(
    Object.values(instance.answers).flatMap(({ register }) => [
      ...register.base,
      ...register.values.flatMap(({ id: value, keeps }) => [value, ...(keeps ?? [])]),
    ]),
  );
  return fields.answers.some((answer) => !stand.has(answer as string));
}

/** What a person wrote is in one language, whichever it is. */
function titled(text: string): Words {
  return { nl: text, en: text };
}
