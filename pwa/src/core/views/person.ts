/** What a person's part of the store says of the person, the actions, and the lists on this device. */
import { likelyNow, surelyPast, type ClockMark, type DeviceClock } from '../clock/clock';
import type { Database, Tables } from '../store/database';
import { valuesOf } from '../store/meta-values';
import { agencyOf } from '../store/reading';
import type { BatchRow, CursorRow, DocumentRow, MetaValues, PersonRow } from '../store/rows';
import { open, openAll } from '../store/sealing';
import type {
  ActionDocument,
  DirectoryDocument,
  MemberDocument,
  TeamDocument,
  VisitDocument,
} from '../types/documents';
import type { Person } from '../types/session';
import { namesOf, type Names } from './names';
import { batchKey, type Sending } from './stages';

const TABLES = ['meta', 'people', 'documents', 'cursors', 'batches'] as const;
const TYPES = ['action', 'team', 'visit', 'directory', 'member'] as const;

export interface PersonSnapshot {
  part: string;
  person: Person | null;
  names: Names;
  actions: ActionDocument[];
  teams: TeamDocument[];
  visits: VisitDocument[];
  /** By action. */
  directories: Map<string, DirectoryDocument>;
  sending: Sending;
  /** Scopes that pull brings now. */
  open: Set<string>;
  lost: Set<string>;
  filling: boolean;
  pulled: number | null;
  clock: ClockMark | null;
}

interface PersonRows {
  part: string;
  person: PersonRow | undefined;
  documents: Record<(typeof TYPES)[number], DocumentRow[]>;
  cursors: CursorRow[];
  batches: BatchRow[];
  values: Partial<MetaValues>;
}

/** Null when nobody works here. */
export async function loadPerson(database: Database): Promise<PersonSnapshot | null> {
  const rows = await database.read(TABLES, readRows);
  return rows === null ? null : snapshotOf(rows);
}

async function readRows(tables: Tables<(typeof TABLES)[number]>): Promise<PersonRows | null> {
  const values = await valuesOf(tables, ['current', 'pushing', 'pulled', 'clock']);
  const part = values.current;
  if (part === undefined) return null;
  const documents = {} as PersonRows['documents'];
  for (const type of TYPES) documents[type] = await tables.documents.by('part+type', [part, type]);
  return {
    part,
    values,
    documents,
    person: await tables.people.get(part),
    cursors: await tables.cursors.by('part', part),
    batches: await tables.batches.by('part', part),
  };
}

async function snapshotOf({
  part,
  person: row,
  documents,
  cursors,
  batches,
  values,
}: PersonRows): Promise<PersonSnapshot> {
  const opened = <T>(type: (typeof TYPES)[number]) => openAll<T>(documents[type].map(({ body }) => body));
  const directories = await opened<DirectoryDocument>('directory');
  const members = await opened<MemberDocument>('member');
  const teams = await opened<TeamDocument>('team');
  const signedIn = row === undefined ? null : await open<Person>(row.body);
  const fresh = members.find(({ agency }) => agency === agencyOf(part));
  const person = signedIn && fresh ? { ...signedIn, roles: fresh.roles, mandates: fresh.mandates } : signedIn;
  const refused = batches.filter(({ problem }) => problem !== null && problem.code !== 'network');
  const scopes = (lost: boolean) =>
    cursors.filter(({ state }) => (state === 'lost') === lost).map(({ scope }) => scope);
  return {
    part,
    person,
    names: namesOf(person, directories),
    actions: await opened('action'),
    teams: [...new Map(teams.map((team) => [team.id, team])).values()],
    visits: await opened('visit'),
    directories: new Map(
      directories.map((body, i) => [documents.directory[i]?.scope.split(':')[1] ?? '', body]),
    ),
    sending: { pushing: values.pushing ?? false, failed: new Set(refused.map(batchKey)) },
    open: new Set(scopes(false)),
    lost: new Set(scopes(true)),
    filling: cursors.some(({ state }) => state === 'filling'),
    pulled: values.pulled ?? null,
    clock: values.clock ?? null,
  };
}

/** What may have begun is asked of `likely`, what may be over of `past`: a clock set wrong shuts nobody out. */
export interface Moments {
  past: number | null;
  likely: number | null;
}

export function momentsOf({ clock }: PersonSnapshot, now: DeviceClock): Moments {
  return { past: surelyPast(clock, now), likely: likelyNow(clock, now) };
}
