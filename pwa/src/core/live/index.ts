/** The views that screens show, each following the store. What the first screen does not show comes by `import()`. */
import type { ChecklistContent } from '../checklists';
import { clock, isActiveTab, onChange, store } from '../runtime';
import type { Database } from '../store/database';
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

export const session = shared<SessionView>(() => new Live(store, () => sessionView));

export const today = shared<TodayView>(
  () =>
    new Live(store, () =>
      forPerson(NO_DAY, (person, database) => todayView(database, person, clock().device)),
    ),
);

/** Null: this device holds nothing of it. */
export const dossier = (id: Uuid): Live<DossierView | null> =>
  new Live(store, async () => {
    const { oneDossier } = await views();
    return forPerson(null, (person, database) => oneDossier(database, person, id));
  });

/** Over all dossiers on this device, the latest first. */
export const conflicts = shared<ConflictView[]>(
  () =>
    new Live(store, async () => {
      const { allConflicts } = await views();
      return forPerson([], allConflicts);
    }),
);

export const outbox = shared<OutboxView>(
  () =>
    new Live(store, async () => {
      const { NOTHING_OUT, outboxView } = await import('../views/outbox');
      return forPerson(NOTHING_OUT, (person, database) => outboxView(database, person));
    }),
);

export const messages = shared<MessagesView>(
  () =>
    new Live(store, async () => {
      const { NO_POST, messagesView } = await import('../views/messages');
      return forPerson(NO_POST, (person, database) => messagesView(database, person));
    }),
);

export const status = shared<StatusView>(
  () =>
    new Live(
      store,
      () => async (database) => statusView(database, { ...(await surroundings()), otherTab: !isActiveTab() }),
      onChange,
    ),
);

export const draft = (key: string): Live<Draft | null> =>
  new Live(store, () =>
    forPerson<Draft | null>(null, async ({ part }, database) => {
      const row = await database.read(['drafts'], (tables) => tables.drafts.get([part, key]));
      return row === undefined ? null : open<Draft>(row.body);
    }),
  );

export const drafts = (of: Uuid): Live<Draft[]> =>
  new Live(store, () =>
    forPerson<Draft[]>([], async ({ part }, database) => {
      const rows = await database.read(['drafts'], (tables) => tables.drafts.by('part+dossier', [part, of]));
      return Promise.all(rows.map(({ body }) => open<Draft>(body)));
    }),
  );

/** The lists on this device, for the agency of this person. */
export const checklists = shared<ChecklistInfo[]>(
  () =>
    new Live(store, async () => {
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

function forPerson<T>(nobody: T, view: (person: PersonSnapshot, database: Database) => Promise<T>): Query<T> {
  return async (database) => {
    const person = await loadPerson(database);
    return person === null ? nobody : view(person, database);
  };
}
