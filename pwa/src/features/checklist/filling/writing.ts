/** What taps become: the operations of one filling, as plain data. */
import type { ChecklistContent } from '$core/checklists';
import type { DossierView, FieldsOf, InstanceView, Place, ProposalView, Severity, recordAll } from '$core';

export type Entry = Parameters<typeof recordAll>[0][number];

/** The filling that is written to. */
export interface Target {
  dossier: string;
  list: ChecklistContent;
  entity: string;
  label: string | null;
  /** False: its `instance.create` goes with the first answer. */
  begun: boolean;
  /** The agency said where it is with this list. */
  said: boolean;
  place: Place | null;
}

export interface Caution {
  asked: string;
  punitive: boolean;
  given: string | null;
}

export interface Said {
  value: unknown;
  remark: string | null;
  caution: Caution | null;
}

/**
 * What goes before the first answer: the filling itself, and for a joint list the agency's word that it is busy. Of any
 * other list nothing is told by itself in the joint part: the word there is said by a person, or not at all.
 */
export function beginning({ dossier, list, entity, label, begun, said }: Target): Entry[] {
  const { code, version } = list;
  const once = list.per === 'visit' || list.per === 'action';
  const create = { dossier, fields: { checklist: code, version, label }, ...(once ? {} : { entity }) };
  return [
    ...(begun ? [] : [['instance.create', create] as const]),
    ...(said || list.dataClass !== 'team' ? [] : [word(dossier, code, 'busy')]),
  ];
}

export function word(
  dossier: string,
  list: string,
  progress: 'busy' | 'done' | 'not_done',
  reason: string | null = null,
): Entry {
  return ['agency.progress', { dossier, fields: { list, progress, reason } }];
}

export function answerFields({ list, entity }: Target, question: string, said: Said): FieldsOf<'answer.set'> {
  return {
    checklist: list.code,
    version: list.version,
    instance: entity,
    question,
    value: said.value,
    ...(said.remark === null ? {} : { remark: said.remark }),
    ...(said.caution === null ? {} : { caution: said.caution }),
  };
}

export interface Decision {
  /** `null`: no finding. */
  severity: Severity | null;
  reason: string | null;
}

/** A person's decision on a proposal, with what it rests on. */
export function decision(
  dossier: string,
  proposal: ProposalView,
  made: Decision,
  place: Place | null,
): Entry {
  const { checklist, version, instance, question, rule, answers, parameters, severity } = proposal;
  const changed = made.severity !== null && made.severity !== severity;
  return [
    'finding.decide',
    {
      dossier,
      place,
      fields: {
        checklist,
        version,
        instance,
        question,
        rule,
        answers,
        parameters: { ...parameters },
        decision: made.severity === null ? 'dismiss' : changed ? 'change' : 'confirm',
        reason: made.reason,
        severity: made.severity ?? severity,
        referrals: [],
      },
    },
  ];
}

const RANK: Severity[] = ['minor', 'moderate', 'serious', 'critical'];

export function isLower(one: Severity, other: Severity): boolean {
  return RANK.indexOf(one) < RANK.indexOf(other);
}

/**
 * Sign off what stands: ids of the filling's own scope or a wider one, for nothing may tell of a narrower one.
 * `tell`: the person says in the joint part that the agency is done with this list.
 */
export function signOff(target: Target, view: DossierView, instance: InstanceView, tell: boolean): Entry[] {
  const readable = ({ scope }: { scope: string }) => scope === instance.scope || scope.startsWith('joint:');
  const answers = Object.values(instance.answers).flatMap(({ register }) => register.values.filter(readable));
  const findings = view.findings
    .filter(({ rule }) => rule?.instance === instance.entity)
    .flatMap(({ register }) => register.values.filter(readable));
  const seen = [...instance.created.values.filter(readable), ...answers, ...findings].map(({ id }) => id);
  const { dossier, list, entity, place } = target;
  const fields = { checklist: list.code, version: list.version, instance: entity, seen: [...new Set(seen)] };
  const signed = ['instance.sign_off', { dossier, fields, place }] as const;
  return tell ? [signed, word(dossier, list.code, 'done')] : [signed];
}
