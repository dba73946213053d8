/** What the answers of a filling propose to the own agency, less what is decided already. */
import { proposals, type Answers, type Content, type Parameters } from '../checklists';
import { answerId, findingId } from '../operations/derived-ids';
import type { FindingView, InstanceView, ListPart, ProposalView } from '../types/dossier';
import type { DirectoryDocument } from '../types/documents';
import type { OperationId, Uuid } from '../types/ids';

export interface ProposalsAt {
  parts: readonly ListPart[];
  findings: readonly FindingView[];
  agency: Uuid;
  parameters: Parameters;
  content: (checklist: string, version: string) => Content | null;
}

export function proposalsOf({ parts, findings, agency, parameters, content }: ProposalsAt): ProposalView[] {
  return parts.flatMap(({ instances, mayWrite }) =>
    instances.flatMap((instance) => {
      const list = content(instance.checklist, instance.version);
      if (list === null) return [];
      const decided = findings.filter(
        ({ rule, register }) => rule?.instance === instance.entity && register.values.length > 0,
      );
      return proposals(list, answersOf(instance), parameters)
        .filter(
          (one) => !decided.some(({ rule }) => rule?.code === one.rule && rule.question === one.question),
        )
        .flatMap((one) => {
          const rule = list.rules.get(one.rule)?.rule;
          if (rule === undefined) return [];
          const { entity, checklist, version } = instance;
          return [
            {
              entity: findingId(answerId(entity, one.question), one.rule, agency),
              instance: entity,
              checklist,
              version,
              question: one.question,
              rule: one.rule,
              title: rule.title,
              severity: one.severity,
              legalBasis: rule.legalBasis,
              legalSource: rule.legalSource,
              confidence: rule.confidence,
              followUps: rule.followUps,
              dataClass: one.dataClass,
              answers: one.reads.flatMap((question) => standingAnswer(instance, question)),
              parameters: one.parameters,
              mayDecide: mayWrite,
            },
          ];
        });
    }),
  );
}

/** By question: the first value that stands; of a conflict the first, cleared and withdrawn ones left out. */
export function answersOf({ answers }: InstanceView): Answers {
  return Object.fromEntries(
    Object.values(answers).flatMap(({ question, register }) => {
      const value = register.current?.fields.value ?? null;
      return value === null ? [] : [[question, value]];
    }),
  );
}

/** Norms of the action's day: of each name the latest that holds. `day`: YYYY-MM-DD. */
export function parametersOf(directory: DirectoryDocument | null, day: string): Parameters {
  const valid = (directory?.parameters ?? []).filter(({ validFrom }) => validFrom <= day);
  const inOrder = valid.sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
  return Object.fromEntries(inOrder.map(({ name, value }) => [name, value]));
}

function standingAnswer({ answers }: InstanceView, question: string): OperationId[] {
  const value = answers[question]?.register.current;
  return value ? [value.keeps?.[0] ?? value.id] : [];
}
