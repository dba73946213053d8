/** The views that screens show, each following the store. */
import type { ChecklistContent } from '../checklists';
import { clock, isActiveTab, onChange, store } from '../runtime';
import { surroundings } from '../storage/surroundings';
import { contentOf } from '../store/library';
import { agencyOf } from '../store/reading';
import { open } from '../store/sealing';
import type {
  ChecklistInfo,
  ConflictView,
  DossierView,
  Draft,
  MessagesView,
  OutboxView,
  SessionView,
  StatusView,
  TodayView,
  Uuid,
} from '../types';
import { dossierView, loadDossier } from '../views/dossier';
import { infoOf } from '../views/lists';
import { messagesView } from '../views/messages';
import { outboxView } from '../views/outbox';
import { loadPerson, type PersonSnapshot } from '../views/person';
import { sessionView } from '../views/session';
import { statusView } from '../views/status';
import { NO_DAY, todayView } from '../views/today';
import { Live } from './live';

export { Live };

export const session = (): Live<SessionView> => new Live(() => sessionView(store()));

export const today = (): Live<TodayView> =>
  forPerson(NO_DAY, (person) => todayView(store(), person, clock().device));

/** Null: this device holds nothing of it. */
export const dossier = (id: Uuid): Live<DossierView | null> =>
  forPerson(null, (person) => oneDossier(person, id));

/** Over all dossiers on this device, the latest first. */
export const conflicts = (): Live<ConflictView[]> =>
  forPerson<ConflictView[]>([], async (person) => {
    const ids = await dossiersOf(person);
    const views = await Promise.all(ids.map((id) => oneDossier(person, id)));
    const found = views.flatMap((view) => view?.conflicts ?? []);
    return found.sort((one, other) => (one.opened < other.opened ? 1 : -1));
  });

export const outbox = (): Live<OutboxView> => forPerson(NOTHING_OUT, (person) => outboxView(store(), person));

export const messages = (): Live<MessagesView> =>
  forPerson<MessagesView>({ questions: [], outcomes: [], unread: 0 }, (person) =>
    messagesView(store(), person),
  );

export const status = (): Live<StatusView> =>
  new Live(
    async () => statusView(store(), { ...(await surroundings()), otherTab: !isActiveTab() }),
    onChange,
  );

export const draft = (key: string): Live<Draft | null> =>
  forPerson<Draft | null>(null, async ({ part }) => {
    const row = await store().read(['drafts'], (tables) => tables.drafts.get([part, key]));
    return row === undefined ? null : open<Draft>(row.body);
  });

export const drafts = (of: Uuid): Live<Draft[]> =>
  forPerson<Draft[]>([], async ({ part }) => {
    const rows = await store().read(['drafts'], (tables) => tables.drafts.by('part+dossier', [part, of]));
    return Promise.all(rows.map(({ body }) => open<Draft>(body)));
  });

/** The lists on this device, for the agency of this person. */
export const checklists = (): Live<ChecklistInfo[]> =>
  forPerson<ChecklistInfo[]>([], async ({ part }) => {
    const rows = await store().read(['lists'], (tables) => tables.lists.by('agency', agencyOf(part)));
    return rows.map((row) => infoOf(contentOf(row).data));
  });

/** Resolved content of a version; null when it is not on this device. */
export async function checklist(code: string, version: string): Promise<ChecklistContent | null> {
  const row = await store().read(['meta', 'lists'], async ({ meta, lists }) => {
    const part = (await meta.get('current'))?.value as string | undefined;
    return part === undefined ? undefined : lists.get([agencyOf(part), code, version]);
  });
  return row === undefined ? null : contentOf(row).data;
}

const NOTHING_OUT: OutboxView = {
  items: [],
  counts: { onDevice: 0, sending: 0, onServer: 0, confirmed: 0, attention: 0 },
  others: [],
  bytesWaiting: 0,
  allConfirmedAt: null,
};

function forPerson<T>(nobody: T, view: (person: PersonSnapshot) => Promise<T>): Live<T> {
  return new Live(async () => {
    const person = await loadPerson(store());
    return person === null ? nobody : view(person);
  });
}

async function oneDossier(person: PersonSnapshot, id: Uuid): Promise<DossierView | null> {
  const kept = await loadDossier(store(), person, id);
  return kept === null ? null : dossierView(kept, person, clock());
}

async function dossiersOf({ part, visits, open: scopes }: PersonSnapshot): Promise<Uuid[]> {
  const own = await store().read(['own'], (tables) => tables.own.by('part', part));
  const joint = [...scopes]
    .filter((scope) => scope.startsWith('joint:'))
    .map((scope) => scope.slice('joint:'.length));
  return [...new Set([...visits.map(({ id }) => id), ...joint, ...own.map(({ dossier: id }) => id)])];
}
