/** The views that screens show, each following the store. What the first screen does not show comes by `import()`. */
import type { ChecklistContent } from '../checklists';
import { clock, isActiveTab, onChange, store } from '../runtime';
import { surroundings } from '../storage/surroundings';
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
import { loadPerson, type PersonSnapshot } from '../views/person';
import { sessionView } from '../views/session';
import { statusView } from '../views/status';
import { NO_DAY, todayView } from '../views/today';
import { Live, type Query } from './live';

export { Live };

/** Views without a choice are made once: frame and screen follow the same one, and it is asked for once. */
function shared<T>(make: () => Live<T>): () => Live<T> {
  let made: Live<T> | null = null;
  return () => (made ??= make());
}

export const session = shared<SessionView>(() => new Live(() => () => sessionView(store())));

export const today = shared<TodayView>(
  () => new Live(() => forPerson(NO_DAY, (person) => todayView(store(), person, clock().device))),
);

/** Null: this device holds nothing of it. */
export const dossier = (id: Uuid): Live<DossierView | null> =>
  new Live(async () => {
    const { oneDossier } = await views();
    return forPerson(null, (person) => oneDossier(person, id));
  });

/** Over all dossiers on this device, the latest first. */
export const conflicts = shared<ConflictView[]>(
  () =>
    new Live(async () => {
      const { allConflicts } = await views();
      return forPerson([], allConflicts);
    }),
);

export const outbox = shared<OutboxView>(
  () =>
    new Live(async () => {
      const { NOTHING_OUT, outboxView } = await import('../views/outbox');
      return forPerson(NOTHING_OUT, (person) => outboxView(store(), person));
    }),
);

export const messages = shared<MessagesView>(
  () =>
    new Live(async () => {
      const { NO_POST, messagesView } = await import('../views/messages');
      return forPerson(NO_POST, (person) => messagesView(store(), person));
    }),
);

export const status = shared<StatusView>(
  () =>
    new Live(
      () => async () => statusView(store(), { ...(await surroundings()), otherTab: !isActiveTab() }),
      onChange,
    ),
);

export const draft = (key: string): Live<Draft | null> =>
  new Live(() =>
    forPerson<Draft | null>(null, async ({ part }) => {
      const row = await store().read(['drafts'], (tables) => tables.drafts.get([part, key]));
      return row === undefined ? null : open<Draft>(row.body);
    }),
  );

export const drafts = (of: Uuid): Live<Draft[]> =>
  new Live(() =>
    forPerson<Draft[]>([], async ({ part }) => {
      const rows = await store().read(['drafts'], (tables) => tables.drafts.by('part+dossier', [part, of]));
      return Promise.all(rows.map(({ body }) => open<Draft>(body)));
    }),
  );

/** The lists on this device, for the agency of this person. */
export const checklists = shared<ChecklistInfo[]>(
  () =>
    new Live(async () => {
      const { listsHere } = await views();
      return forPerson([], listsHere);
    }),
);

/** Resolved content of a version; null when it is not on this device. */
export async function checklist(code: string, version: string): Promise<ChecklistContent | null> {
  const { listHere } = await views();
  return listHere(code, version);
}

const views = () => import('./later');

function forPerson<T>(nobody: T, view: (person: PersonSnapshot) => Promise<T>): Query<T> {
  return async () => {
    const person = await loadPerson(store());
    return person === null ? nobody : view(person);
  };
}
