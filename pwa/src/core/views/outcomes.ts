/** What became of findings, from the documents that tell it (schemas/documents/follow_up_status). */
import type { DocumentRow } from '../store/rows';
import { openAll } from '../store/sealing';
import type { Outcome } from '../types/dossier';
import type { Instant, Uuid } from '../types/ids';
import { grouped } from '../grouped';
import type { Names } from './names';

interface StatusDocument {
  id: Uuid;
  finding: Uuid;
  task: Outcome['task'];
  action: string;
  receiver: Uuid | null;
  about: { kind: string | null; agency: Uuid | null } | null;
  proposedDueOn: string | null;
  state: Outcome['state'];
  withdrawn: Outcome['withdrawn'];
  refusal: string | null;
  outcome: string | null;
  asked: boolean;
  at: Instant;
}

/** By finding, in order of time. */
export async function outcomesOf(rows: readonly DocumentRow[], names: Names): Promise<Map<Uuid, Outcome[]>> {
  const bodies = await openAll<StatusDocument>(rows.map(({ body }) => body));
  const inOrder = bodies.sort((one, other) => (one.at < other.at ? -1 : 1));
  const found = grouped(inOrder, ({ finding }) => finding);
  return new Map([...found].map(([finding, all]) => [finding, all.map((one) => outcomeOf(one, names))]));
}

function outcomeOf({ id, finding: _, receiver, about, ...rest }: StatusDocument, names: Names): Outcome {
  const agency = (one: Uuid | null) => (one === null ? null : names.agency(one));
  return {
    ...rest,
    followUp: id,
    receiver: agency(receiver),
    about: about === null ? null : { kind: about.kind, agency: agency(about.agency) },
  };
}
