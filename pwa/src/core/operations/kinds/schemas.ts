/** The schema of each kind, as both sides have it (schemas/operations), and whether fields fit it. */
import agencyFollowUp from '../../../../../schemas/operations/agency.follow_up.schema.json';
import agencyProgress from '../../../../../schemas/operations/agency.progress.schema.json';
import answerSet from '../../../../../schemas/operations/answer.set.schema.json';
import dossierOpen from '../../../../../schemas/operations/dossier.open.schema.json';
import evidenceAdd from '../../../../../schemas/operations/evidence.add.schema.json';
import findingAdd from '../../../../../schemas/operations/finding.add.schema.json';
import findingDecide from '../../../../../schemas/operations/finding.decide.schema.json';
import followUpReply from '../../../../../schemas/operations/follow_up.reply.schema.json';
import instanceCreate from '../../../../../schemas/operations/instance.create.schema.json';
import instanceSignOff from '../../../../../schemas/operations/instance.sign_off.schema.json';
import noteAdd from '../../../../../schemas/operations/note.add.schema.json';
import targetSkip from '../../../../../schemas/operations/target.skip.schema.json';
import visitState from '../../../../../schemas/operations/visit.state.schema.json';
import withdraw from '../../../../../schemas/operations/withdraw.schema.json';
import { misfits, type Misfit, type Schema } from '../json-schema';
import type { Values } from './kind';
import { KindUnknown, kindOf } from './registry';

const ALL = [
  agencyFollowUp,
  agencyProgress,
  answerSet,
  dossierOpen,
  evidenceAdd,
  findingAdd,
  findingDecide,
  followUpReply,
  instanceCreate,
  instanceSignOff,
  noteAdd,
  targetSkip,
  visitState,
  withdraw,
];
const SCHEMAS = new Map<string, Schema>(ALL.map((schema) => [schema.title, schema]));

/** What of `values` does not fit the kind; beside the schema, a resolution leads with what it keeps. Throws KindUnknown. */
export function misfitsOf(kind: string, values: Values): Misfit[] {
  const schema = SCHEMAS.get(kind);
  if (schema === undefined) throw new KindUnknown(kind);
  const found = misfits(schema, values);
  const { keep, lead } = (values.resolution ?? {}) as { keep?: unknown; lead?: unknown };
  const leads =
    !kindOf(kind).resolvable || values.resolution === undefined || (keep as unknown[]).includes(lead);
  return found.length > 0 || leads ? found : [{ path: 'resolution/lead', keyword: 'contains' }];
}
