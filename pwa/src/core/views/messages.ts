/** Questions sent back to the inspectors of a finding, and what became of one's own findings. */
import type { FollowUpReplyFields } from '../operations/kinds/index';
import { parseScope } from '../operations/scopes';
import type { Database } from '../store/database';
import { openAll } from '../store/sealing';
import type { Instant, Uuid } from '../types/ids';
import type { FindingOutcome, MessagesView, QuestionBack } from '../types/messages';
import type { Words } from '../types/ids';
import { contentOf } from '../store/library';
import { loadDossier, type DossierSnapshot } from './dossier';
import { firstSeen } from './entities';
import { findingsOf } from './findings';
import { labelOf } from './kept';
import { outcomesOf } from './outcomes';
import type { PersonSnapshot } from './person';
import { repliesTo, type Numbered } from './replies';
import { registerOf, type Context } from './values';

interface QuestionDocument {
  id: Uuid;
  followUp: Uuid;
  finding: Uuid;
  from: Uuid;
  text: string;
  at: Instant;
  answered: boolean;
  withdrawn: boolean;
}

/** With its place among the entries of its scope. */
interface Asked extends QuestionDocument {
  scope: string;
  n: number;
}

export const NO_POST: MessagesView = { questions: [], outcomes: [], unread: 0 };

export async function messagesView(database: Database, snapshot: PersonSnapshot): Promise<MessagesView> {
  const rows = await database.read(['documents'], async ({ documents }) => ({
    questions: await documents.by('part+type', [snapshot.part, 'question']),
    statuses: await documents.by('part+type', [snapshot.part, 'follow_up_status']),
  }));
  const bodies = await openAll<QuestionDocument>(rows.questions.map(({ body }) => body));
  const dossierOf = (scope: string) => parseScope(scope)?.dossier ?? '';
  const ids = new Set([...rows.questions, ...rows.statuses].map(({ scope }) => dossierOf(scope)));
  const kept = new Map<Uuid, DossierSnapshot>();
  for (const id of ids) {
    const found = await loadDossier(database, snapshot, id);
    if (found) kept.set(id, found);
  }
  const asked = rows.questions.flatMap(({ scope, n }, i): Asked[] => {
    const body = bodies[i];
    return body === undefined ? [] : [{ ...body, scope, n }];
  });
  const questions = asked
    .filter(({ withdrawn }) => !withdrawn)
    .map((one) => questionOf(one, asked, kept.get(dossierOf(one.scope)), snapshot));
  const inOrder = questions.sort(
    (one, other) => Number(one.answered) - Number(other.answered) || (one.at < other.at ? 1 : -1),
  );
  const outcomes = await outcomesOf(rows.statuses, snapshot.names);
  return {
    questions: inOrder,
    outcomes: [...kept.values()].flatMap((one) => outcomesIn(one, snapshot, outcomes)),
    unread: inOrder.filter(({ answered }) => !answered).length,
  };
}

function contextOf({ entities }: DossierSnapshot, { names, sending }: PersonSnapshot): Context {
  return { names, entities, sending };
}

function questionOf(
  question: Asked,
  asked: readonly Asked[],
  kept: DossierSnapshot | undefined,
  snapshot: PersonSnapshot,
): QuestionBack {
  const { id, followUp, finding, from, text, at } = question;
  const all = (kept?.entities.of('reply') ?? [])
    .filter((entity) => firstSeen(entity)?.fields.follow_up === followUp)
    .flatMap((entity) =>
      kept ? registerOf<FollowUpReplyFields>(entity, '', contextOf(kept, snapshot)).values : [],
    )
    .map((value) => ({ value, ...placeOf(value.id, question.scope, kept) }));
  const replies = repliesTo(
    question,
    asked.filter((one) => one.followUp === followUp),
    all,
  ).map(({ value }) => value);
  return {
    id,
    followUp,
    dossier: kept?.id ?? '',
    dossierLabel: kept ? labelOf(kept) : '',
    finding,
    findingTitle: titleOf(finding, kept, snapshot),
    from: snapshot.names.agency(from),
    text,
    at,
    replies,
    answered: question.answered || replies.length > 0,
  };
}

/** Where the server put a reply among the entries of the question's scope: null, not that this device knows. */
function placeOf(id: string, scope: string, kept: DossierSnapshot | undefined): Numbered {
  const held = kept?.entities.operations.get(id)?.held ?? null;
  return { there: held !== null, n: held?.scope === scope ? held.n : null };
}

/** Findings of the own agency that something became of. */
function outcomesIn(
  kept: DossierSnapshot,
  snapshot: PersonSnapshot,
  outcomes: Awaited<ReturnType<typeof outcomesOf>>,
): FindingOutcome[] {
  return findingsIn(kept, snapshot, outcomes)
    .filter((finding) => finding.outcomes.length > 0 && finding.owner.id === snapshot.person?.agency.id)
    .map((finding) => ({
      finding: finding.entity,
      findingTitle: finding.title,
      dossier: kept.id,
      dossierLabel: labelOf(kept),
      outcomes: finding.outcomes,
    }));
}

function titleOf(finding: Uuid, kept: DossierSnapshot | undefined, snapshot: PersonSnapshot): Words {
  const found = kept && findingsIn(kept, snapshot, new Map()).find(({ entity }) => entity === finding);
  return found?.title ?? { nl: '', en: '' };
}

function findingsIn(
  kept: DossierSnapshot,
  snapshot: PersonSnapshot,
  outcomes: Awaited<ReturnType<typeof outcomesOf>>,
) {
  const content = (code: string, version: string) => {
    const row = kept.lists.find((one) => one.code === code && one.version === version);
    return row === undefined ? null : contentOf(row);
  };
  return findingsOf({ evidence: [], instances: [], outcomes, content }, contextOf(kept, snapshot));
}
