/** What the person filled in, and the operations it becomes: all in one transaction, or none. */
import type { FieldsOf, Kind } from '$core/operations/kinds';
import type { Place, ProposalView, ScopeChoice, Severity } from '$core/types';
import type { KeptPhoto, RecordRequest } from '$core/types';
import type { Referral } from './referrals';

/** `note`: words with a photo, no finding. */
export type What = 'violation' | 'good_practice' | 'not_assessed' | 'note';

export interface Form {
  what: What;
  /** The proposal that is decided on; null for a finding without a question. */
  proposal: ProposalView | null;
  title: string;
  text: string;
  severity: Severity;
  /** Asked when the severity is lower than proposed. */
  reason: string;
  /** Of a free finding or a note; a proposal's scope follows from its class. */
  scope: ScopeChoice;
  place: Place | null;
  room: string;
  /** Photos kept at the shutter, the first one first. */
  photos: string[];
  referrals: Referral[];
}

export type Entry = { [K in Kind]: [K, RecordRequest<K>, KeptPhoto[]] }[Kind];

export interface Ids {
  /** A fresh id for a free finding or a note. */
  fresh: string;
  /** The scope a decision on the proposal is written in. */
  decided: ScopeChoice | undefined;
}

const RANK: Severity[] = ['minor', 'moderate', 'serious', 'critical'];

export function lowered(form: Form): boolean {
  return form.proposal !== null && RANK.indexOf(form.severity) < RANK.indexOf(form.proposal.severity);
}

export type Missing = 'title' | 'text' | 'reason' | 'referral';

/** The follow-ups that go with this form: nothing follows from what is in order, and no narrow class tells another agency. */
export function followUps(form: Form): Referral[] {
  if (form.proposal) return form.referrals;
  if (form.what !== 'violation' && form.what !== 'not_assessed') return [];
  return reaches(form.scope) ? form.referrals : form.referrals.filter(({ own }) => own);
}

/** Whether another agency can be told from the part that a free finding is written in. */
export const reaches = (scope: ScopeChoice): boolean => scope === 'agency' || scope === 'joint';

/** What still has to be filled in, the first one first. Asked for only when the person records. */
export function missing(form: Form): Missing[] {
  const list: Missing[] = [];
  if (form.what === 'note') return form.text.trim() ? [] : ['text'];
  if (!form.proposal && !form.title.trim()) list.push('title');
  if (lowered(form) && !form.reason.trim()) list.push('reason');
  if (followUps(form).some(({ own, sentence, legalBasis }) => !own && (!sentence.trim() || !legalBasis)))
    list.push('referral');
  return list;
}

/** The operations of this form. Ask `missing` first. */
export function entries(form: Form, dossier: string, ids: Ids): Entry[] {
  if (form.what === 'note') return [note(form, dossier, ids.fresh, null, form.scope, kept(form))];
  if (!form.proposal) return [free(form, dossier, ids.fresh)];
  const decision = decide(form, form.proposal, dossier);
  const words = textWithRoom(form);
  if (!words) return [decision];
  return [decision, note(form, dossier, ids.fresh, form.proposal.entity, ids.decided ?? 'agency', [])];
}

function free(form: Form, dossier: string, entity: string): Entry {
  const fields: FieldsOf<'finding.add'> = {
    title: form.title.trim(),
    severity: form.what === 'violation' ? form.severity : 'minor',
    text: textWithRoom(form),
    kind: form.what === 'note' ? 'violation' : form.what,
  };
  const tasks = followUps(form);
  if (tasks.length)
    fields.referrals = tasks.map(({ own, ...task }) =>
      own ? { ...task, sentence: form.title.trim() } : { ...task, sentence: task.sentence.trim() },
    );
  return ['finding.add', { dossier, entity, fields, place: form.place, scope: form.scope }, kept(form)];
}

function decide(form: Form, proposal: ProposalView, dossier: string): Entry {
  const changed = form.severity !== proposal.severity;
  const fields: FieldsOf<'finding.decide'> = {
    checklist: proposal.checklist,
    version: proposal.version,
    instance: proposal.instance,
    question: proposal.question,
    rule: proposal.rule,
    answers: proposal.answers,
    parameters: proposal.parameters,
    decision: changed ? 'change' : 'confirm',
    reason: form.reason.trim() || null,
    severity: form.severity,
    referrals: form.referrals,
  };
  return ['finding.decide', { dossier, entity: proposal.entity, fields, place: form.place }, kept(form)];
}

function note(
  form: Form,
  dossier: string,
  entity: string,
  subject: string | null,
  scope: ScopeChoice,
  photos: KeptPhoto[],
): Entry {
  const fields = { text: textWithRoom(form) ?? '', subject };
  return ['note.add', { dossier, entity, fields, place: form.place, scope }, photos];
}

function kept(form: Form): KeptPhoto[] {
  return form.photos.map((photo) => ({ kept: photo, room: form.room.trim() || null }));
}

/** A room belongs to photos; without one it would be lost, so it goes before the words. */
function textWithRoom(form: Form): string | null {
  const text = form.text.trim();
  const room = form.photos.length ? '' : form.room.trim();
  return [room, text].filter(Boolean).join(': ') || null;
}
