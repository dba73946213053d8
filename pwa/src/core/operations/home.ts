/** `scope_for`: where a recorded value lives (docs/format.md § 4); the twin of server/access/home.py. */
import type { ScopeName, Uuid } from '../types/ids';
import { agencyScope, homeScope, jointScope, parseScope } from './scopes';

const JOINT_KINDS = new Set(['dossier.open', 'visit.state', 'agency.progress', 'target.skip']);
const LIST_KINDS = new Set(['instance.create', 'instance.sign_off']);
const OWNER_KINDS = new Set(['agency.follow_up', 'follow_up.reply']);
/** Kinds whose author chooses the scope by the batch they are put in. */
export const CHOSEN_KINDS = new Set(['finding.add', 'evidence.add', 'note.add', 'withdraw']);

/** No rule says where it lives: the reason code of the server's answer. */
export class ScopeUnknown extends Error {
  readonly code: 'kind_unknown' | 'checklist_unknown';
  constructor(code: 'kind_unknown' | 'checklist_unknown') {
    super(code);
    this.code = code;
  }
}

/** The classes that the loader wrote into a checklist version; null = not known on this device. */
export interface Classes {
  ofList: (checklist: string, version: string) => string | null;
  ofQuestion: (checklist: string, version: string, question: string) => string | null;
  ofRule: (checklist: string, version: string, question: string, rule: string) => string | null;
}

export interface Recorded {
  kind: string;
  fields: Record<string, unknown>;
  dossier: Uuid;
  /** The signer's. */
  agency: Uuid;
  /** The scope of the batch, which counts where the author may choose. */
  chosen: ScopeName;
}

/**
 * The home scope of an operation. Where the author chose a scope that is not theirs, it is the default, the agency's own.
 * Throws ScopeUnknown.
 */
export function scopeFor({ kind, fields, dossier, agency, chosen }: Recorded, classes: Classes): ScopeName {
  if (JOINT_KINDS.has(kind)) return jointScope(dossier);
  if (OWNER_KINDS.has(kind)) return agencyScope(dossier, agency);
  const [checklist, version, question, rule] = [
    text(fields.checklist),
    text(fields.version),
    text(fields.question),
    text(fields.rule),
  ];
  if (LIST_KINDS.has(kind)) return home(classes.ofList(checklist, version));
  if (kind === 'answer.set') return home(classes.ofQuestion(checklist, version, question));
  if (kind === 'finding.decide' && 'rule' in fields)
    return home(classes.ofRule(checklist, version, question, rule));
  if (CHOSEN_KINDS.has(kind) || kind === 'finding.decide') return chosenScope(chosen, dossier, agency);
  throw new ScopeUnknown('kind_unknown');

  function home(dataClass: string | null): ScopeName {
    if (dataClass === null) throw new ScopeUnknown('checklist_unknown');
    return homeScope(dossier, dataClass, agency);
  }
}

function chosenScope(name: ScopeName, dossier: Uuid, agency: Uuid): ScopeName {
  const scope = parseScope(name);
  const mine = scope?.kind === 'joint' || scope?.agency === agency;
  return mine && scope.dossier === dossier ? name : agencyScope(dossier, agency);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
