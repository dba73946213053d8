/** What an item is called: short, from its kind and what its author entered. */
import type { OutboxItem } from '$core';
import * as m from '$paraglide/messages.js';

type Details = Record<string, string>;

export function nameOf({ kind, details }: Pick<OutboxItem, 'kind' | 'details'>): string {
  return NAMES[kind]?.(details) ?? m.sync_centre_kind_other();
}

const short = (text = '') => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

const NAMES: Record<string, (details: Details) => string> = {
  'answer.set': ({ question = '' }) => m.sync_centre_kind_answer({ question }),
  'finding.add': ({ title = '' }) => short(title),
  'finding.decide': ({ rule, title }) => m.sync_centre_kind_decision({ rule: short(title ?? rule) }),
  'evidence.add': ({ role, caption, room }) =>
    m.sync_centre_kind_photo({
      role: role ?? 'photo',
      about: short([caption, room].filter(Boolean).join(', ')),
    }),
  'note.add': ({ text }) => m.sync_centre_kind_note({ text: short(text) }),
  'visit.state': ({ state = '' }) => m.sync_centre_kind_state({ state }),
  'agency.progress': ({ list = '', progress = '' }) => m.sync_centre_kind_progress({ list, progress }),
  'agency.follow_up': ({ list = '' }) => m.sync_centre_kind_follow_up({ list }),
  'instance.create': ({ checklist = '', label }) =>
    m.sync_centre_kind_filling({ list: [checklist, label].filter(Boolean).join(' ') }),
  'instance.sign_off': ({ checklist = '' }) => m.sync_centre_kind_sign_off({ list: checklist }),
  'target.skip': () => m.sync_centre_kind_skip(),
  'dossier.open': ({ label = '' }) => m.sync_centre_kind_open({ label: short(label) }),
  'follow_up.reply': ({ text }) => m.sync_centre_kind_reply({ text: short(text) }),
  withdraw: ({ reason }) => m.sync_centre_kind_withdraw({ reason: short(reason) }),
};

/** Why the server set something aside, and what will come of it. */
export function reasonWords(reason: string | null): string {
  return m.sync_centre_reason({ reason: reason ?? '' });
}

/** Released by the server itself when what is missing comes: nothing to do for the person. */
const WAITS = new Set(['dossier_unknown', 'checklist_unknown', 'kind_unknown', 'version_unknown']);
/** Writing it again as it is will do. */
const AGAIN = new Set(['fork', 'signer_ended', 'scope', 'text']);

export const waitsByItself = (reason: string | null): boolean => WAITS.has(reason ?? '');
export const mendsByWriting = (reason: string | null): boolean => AGAIN.has(reason ?? '');
