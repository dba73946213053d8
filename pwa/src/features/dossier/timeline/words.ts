/** What a line of the timeline says: from the kind and its details, with the words of the lists. */
import type { FindingView, TimelineItem } from '$core';
import type { Content } from '$core/checklists';
import * as m from '$paraglide/messages.js';
import { words } from '$app/i18n';

/** The reason that "undo" writes: nobody was asked for one. */
const AT_ONCE = 'undo';

export interface Known {
  contentOf: (code: string, version: string) => Content | null;
  findings: readonly FindingView[];
  /** Title of a list by its code. */
  listTitle: (code: string) => string;
}

export function timelineWords({ kind, entity, details }: TimelineItem, known: Known): string {
  const text = details.text ?? '';
  switch (kind) {
    case 'dossier.open':
      return m.dossier_line_opened({ reason: details.reason ?? '' });
    case 'target.skip':
      return m.dossier_line_skipped({ reason: details.reason ?? '' });
    case 'visit.state':
      return visitWords(details);
    case 'agency.progress':
      return m.dossier_line_progress({
        list: known.listTitle(details.list ?? ''),
        word: progressOf(details),
      });
    case 'agency.follow_up':
      return details.follow_up === 'yes' ? m.dossier_line_follow_up_yes() : m.dossier_line_follow_up_no();
    case 'instance.create':
      return m.dossier_line_list({
        list: known.listTitle(details.checklist ?? ''),
        label: details.label ?? '',
      });
    case 'instance.sign_off':
      return m.dossier_line_signed({ list: known.listTitle(details.list ?? details.checklist ?? '') });
    case 'answer.set':
      return details.resolution === 'yes' ? m.dossier_line_resolved() : answerLine(details, known);
    case 'finding.add':
      return m.dossier_line_finding({ title: details.title ?? '' });
    case 'finding.decide':
      return decisionLine(entity, details, known);
    case 'evidence.add':
      return photoLine(details);
    case 'note.add':
      return m.dossier_line_note({ text });
    case 'follow_up.reply':
      return m.dossier_line_reply({ text });
    case 'withdraw':
      return details.reason === AT_ONCE
        ? m.dossier_line_withdrawn_at_once()
        : m.dossier_line_withdrawn({ reason: details.reason ?? '' });
    default:
      return kind;
  }
}

function visitWords({ state, reason }: Record<string, string>): string {
  const said = {
    arrived: m.dossier_line_arrived,
    suspended: m.dossier_line_suspended,
    left: m.dossier_line_left,
    closed: m.dossier_line_closed,
  }[state ?? ''];
  const line = said?.() ?? state ?? '';
  return reason === undefined ? line : `${line}: ${reason}`;
}

const progressOf = ({ progress }: Record<string, string>) =>
  progress === 'done'
    ? m.dossier_word_done()
    : progress === 'not_done'
      ? m.dossier_word_not_done()
      : m.dossier_word_busy();

/** The question's own words, short; its answer is in the list. */
function answerLine({ checklist, version, question }: Record<string, string>, known: Known): string {
  const asked = known.contentOf(checklist ?? '', version ?? '')?.questions.get(question ?? '');
  return m.dossier_line_answer({
    code: question ?? '',
    question: asked === undefined ? '' : words(asked.text),
  });
}

function decisionLine(entity: string, { decision, rule }: Record<string, string>, known: Known): string {
  const finding = known.findings.find((one) => one.entity === entity);
  const title = finding === undefined ? (rule ?? '') : words(finding.title);
  return decision === 'dismiss' ? m.dossier_line_dismissed({ title }) : m.dossier_line_finding({ title });
}

function photoLine({ role, caption, room }: Record<string, string>): string {
  const about = [room, caption].filter(Boolean).join(', ');
  if (role === 'signature') return m.dossier_line_signature();
  if (role === 'drawing') return m.dossier_line_drawing({ about });
  return m.dossier_line_photo({ about });
}
