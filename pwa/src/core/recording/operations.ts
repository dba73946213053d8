/** From what a person entered to the rows that are kept: scope, entity, base, texts. No clock and no chance of its own. */
import { checkValue } from '../checklists';
import { CHOSEN_KINDS, ScopeUnknown, scopeFor } from '../operations/home';
import { writeInstant } from '../operations/instants';
import type { Values } from '../operations/kinds/kind';
import { kindOf } from '../operations/kinds/registry';
import { misfitsOf } from '../operations/kinds/schemas';
import { freeze, type FrozenOperation } from '../operations/operation';
import { agencyScope, jointScope } from '../operations/scopes';
import { TextRefused } from '../operations/texts';
import type { OperationId, Place, ScopeName, Uuid } from '../types/ids';
import type { Library } from '../store/library';
import { RecordError } from './error';

/** Who writes, with which key and clock; ids and salts as they are drawn. */
export interface Author {
  part: string;
  agency: Uuid;
  signer: Uuid;
  /** Device time in ms. */
  now: number;
  offset: number | null;
  newId: () => Uuid;
  salt: () => string;
}

export interface Intention {
  kind: string;
  dossier: Uuid;
  entity?: Uuid | undefined;
  fields: object;
  place?: Place | null | undefined;
  scope?: string | undefined;
}

export interface Placed {
  kind: string;
  dossier: Uuid;
  entity: Uuid;
  scope: ScopeName;
  values: Values;
}

/** Decide entity and scope, and judge the fields. Throws RecordError: `invalid` or `checklist-unknown`. */
export function place(intention: Intention, author: Author, library: Library): Placed {
  const { kind, dossier, place: at } = intention;
  const given: [string, unknown][] = Object.entries({ ...intention.fields, ...(at ? { place: at } : {}) });
  const values: Values = Object.fromEntries(given.filter(([, value]) => value !== undefined));
  const [misfit] = misfitsOf(kind, values);
  if (misfit) throw new RecordError('invalid', `does not fit: ${misfit.keyword}`, misfit.path);
  if (kind === 'answer.set') judgeAnswer(values, library);
  try {
    const chosen = chosenScope(intention, author.agency);
    const scope = scopeFor({ kind, fields: values, dossier, agency: author.agency, chosen }, library);
    return { kind, dossier, entity: entityOf(intention, values, author, library), scope, values };
  } catch (error) {
    if (error instanceof ScopeUnknown) {
      throw new RecordError(
        'checklist-unknown',
        'this list is not on this device yet: connect once',
        null,
        error,
      );
    }
    throw error;
  }
}

/** Fix the texts. Throws RecordError `invalid` for what no accepted text can hold. */
export function freezePlaced(placed: Placed, base: readonly OperationId[], author: Author): FrozenOperation {
  const { kind, dossier, entity, values } = placed;
  const { signer, now, offset, salt } = author;
  try {
    return freeze(
      { kind, dossier, entity, signer, at: writeInstant(now), offset, base: [...base] },
      values,
      salt,
    );
  } catch (error) {
    if (error instanceof TextRefused) throw new RecordError('invalid', error.message, null, error);
    throw error;
  }
}

/** The form that the question asks, and the caution before a statement; what is not known here the server judges. */
function judgeAnswer(values: Values, library: Library): void {
  const { checklist, version, question: code, value, caution } = values;
  const question = library.question(String(checklist), String(version), String(code));
  if (question === null) return;
  const fault = checkValue(question, value);
  if (fault) throw new RecordError('invalid', `the value is wrong by its ${fault}`, 'value');
  const { punitive, given } = (caution ?? {}) as { punitive?: boolean; given?: string | null };
  if (
    question.statement &&
    value !== null &&
    (caution === undefined || (punitive === true && given === null))
  ) {
    throw new RecordError('invalid', 'a statement asks whether the caution was given, and when', 'caution');
  }
}

function chosenScope({ kind, dossier, scope }: Intention, agency: Uuid): ScopeName {
  if (scope === undefined || scope === 'agency') return agencyScope(dossier, agency);
  if (scope === 'joint') return jointScope(dossier);
  if (!CHOSEN_KINDS.has(kind) && kind !== 'finding.decide') return agencyScope(dossier, agency);
  return scope;
}

function entityOf(
  { kind, dossier, entity }: Intention,
  values: Values,
  author: Author,
  library: Library,
): Uuid {
  const list = [values.checklist, values.version];
  const facts = list.every((part) => typeof part === 'string')
    ? library.facts(list[0] as string, list[1] as string)
    : null;
  if (kind === 'instance.create' && facts === null) throw new ScopeUnknown('checklist_unknown');
  const derived = kindOf(kind).entity({ dossier, agency: author.agency, values, facts });
  if (derived !== null && entity !== undefined && entity !== derived) {
    throw new RecordError('invalid', `the entity of ${kind} is ${derived}`, 'entity');
  }
  return derived ?? entity ?? author.newId();
}
