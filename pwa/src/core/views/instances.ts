/** Fillings of lists with their answers, also answers whose filling has not come yet. */
import type { AnswerSetFields, InstanceCreateFields, InstanceSignOffFields } from '../operations/kinds/index';
import { word } from '../operations/kinds/kind';
import { leadingVersion } from '../operations/versions';
import type { AnswerView, EvidenceView, InstanceView } from '../types/dossier';
import type { Uuid } from '../types/ids';
import type { Draft } from '../types/recording';
import { grouped } from '../grouped';
import { firstSeen, type Entity } from './entities';
import { registerOf, type Context } from './values';

export interface KeptDraft {
  at: string;
  draft: Draft;
}

export function instancesOf(
  context: Context,
  evidence: readonly EvidenceView[],
  drafts: readonly KeptDraft[],
): InstanceView[] {
  const made = context.entities.of('instance');
  const answers = grouped(context.entities.of('answer'), (entity) => partOf(entity, 'instance'));
  const typed = drafts.filter(({ draft }) => draft.kind === 'answer.set');
  const ids = new Set([
    ...made.map(({ entity }) => entity),
    ...answers.keys(),
    ...typed.map(({ draft }) => word({ ...draft.fields }, 'instance')),
  ]);
  ids.delete('');
  return [...ids].map((id) =>
    instanceView(
      id,
      made.find(({ entity }) => entity === id),
      answers.get(id) ?? [],
      evidence,
      typed.filter(({ draft }) => word({ ...draft.fields }, 'instance') === id),
      context,
    ),
  );
}

function instanceView(
  id: Uuid,
  made: Entity | undefined,
  answers: readonly Entity[],
  evidence: readonly EvidenceView[],
  drafts: readonly KeptDraft[],
  context: Context,
): InstanceView {
  const created = registerOf<InstanceCreateFields>(made, '', context);
  const register = made?.state.registers[''];
  const lead = made && register ? leadingVersion(register, made.state.marks) : null;
  const leading = lead === null ? null : (register?.seen[lead]?.fields ?? null);
  const [answer] = answers;
  const fallback = { ...(answer ? firstSeen(answer)?.fields : undefined), ...drafts[0]?.draft.fields };
  const version = word(leading ?? fallback, 'version');
  const versions = created.values.map(({ fields }) => fields.version);
  return {
    entity: id,
    checklist: word(leading ?? fallback, 'checklist'),
    version,
    otherVersions: [...new Set(versions)].filter((one) => one !== version),
    scope: made?.scope ?? answer?.scope ?? '',
    label: created.current?.fields.label ?? null,
    created,
    answers: answersOf(answers, evidence, drafts, context),
    signOffs: signOffs(made, answers, context),
  };
}

function answersOf(
  entities: readonly Entity[],
  evidence: readonly EvidenceView[],
  drafts: readonly KeptDraft[],
  context: Context,
): Record<string, AnswerView> {
  const found: Record<string, AnswerView> = {};
  // One question may stand in the joint part and in the own one after a change of class: the narrower is shown.
  const wideFirst = [...entities].sort((one, other) => one.scope.length - other.scope.length);
  for (const entity of wideFirst) {
    const question = partOf(entity, 'question');
    const register = registerOf<AnswerSetFields>(entity, '', context);
    const photos = evidence.filter(
      ({ subject, withdrawn }) => subject === entity.entity && withdrawn === null,
    );
    found[question] = { entity: entity.entity, question, register, draft: null, evidence: photos };
  }
  for (const { draft, at } of drafts) {
    const question = word({ ...draft.fields }, 'question');
    const before = found[question] ?? {
      entity: draft.entity ?? '',
      question,
      register: registerOf<AnswerSetFields>(undefined, '', context),
      draft: null,
      evidence: [],
    };
    found[question] = {
      ...before,
      draft: { key: draft.key, fields: draft.fields as Partial<AnswerSetFields>, at },
    };
  }
  return found;
}

function signOffs(
  made: Entity | undefined,
  answers: readonly Entity[],
  context: Context,
): InstanceView['signOffs'] {
  const agencies = Object.keys(made?.shown ?? {}).filter((name) => name !== '');
  return agencies.map((agency) => {
    const register = registerOf<InstanceSignOffFields>(made, agency, context);
    const seen = new Set(register.current?.fields.seen);
    const later = answers.flatMap(({ shown }) => shown['']?.base ?? []).filter((id) => !seen.has(id));
    return { agency: context.names.agency(agency), register, later: register.current ? later : [] };
  });
}

/** A structural field of an answer, from any operation of it. */
function partOf({ state }: Entity, name: 'instance' | 'question'): string {
  for (const { fields } of Object.values(state.registers['']?.seen ?? {})) {
    const found = word(fields, name);
    if (found !== '') return found;
  }
  return '';
}
