/** The picture of one visit, as far as this person may read it. */
import type {
  AgencyFollowUpFields,
  AgencyProgressFields,
  AnswerSetFields,
  DossierOpenFields,
  EvidenceAddFields,
  FindingAddFields,
  FindingDecideFields,
  InstanceCreateFields,
  InstanceSignOffFields,
  NoteAddFields,
  TargetSkipFields,
  VisitStateFields,
} from '../operations/kinds/index';
import type { ActionDocument, Site, TeamDocument, VisitDocument } from './documents';
import type { DataClass, Instant, OperationId, Place, ScopeName, Severity, Uuid, Words } from './ids';
import type { Agency } from './session';
import type { Author, Register, Stage, Value } from './values';

/** Where the visit is, from all agencies' own words: suspended if any is, on site if any is, closed when all are. */
export type VisitWord = 'planned' | 'on_site' | 'suspended' | 'left' | 'closed' | 'skipped';

export interface VisitState {
  word: VisitWord;
  /** When the first of the agencies that are there arrived. */
  since: Instant | null;
  agencies: { agency: Agency; own: boolean; register: Register<VisitStateFields> }[];
  skip: Register<TargetSkipFields>;
}

export interface PhotoCount {
  total: number;
  /** Confirmed by a photo receipt of the server whose hash equals. */
  safe: number;
}

export interface ChecklistInfo {
  code: string;
  version: string;
  title: Words;
  /** Kind of the agency that owns the list, e.g. `brandweer`. */
  agency: string;
  dataClass: DataClass;
  per: 'visit' | 'dwelling' | 'vehicle' | 'person' | 'consignment' | 'action';
  writers: 'owner' | 'all_on_action';
  status: string;
  ownSystems: boolean;
  /** Names of laws of which one mandate is asked; `any` = any mandate. */
  mandateRequired?: string[];
}

/** One list on this visit. */
export interface ListPart {
  checklist: ChecklistInfo;
  /** The agency that owns it here; null for a joint list that all on the action may write. */
  owner: Agency | null;
  own: boolean;
  mayWrite: boolean;
  /** Why not: `other-agency`, `mandate`, `own-system`, `role`; null when it may be written. */
  shut: 'other-agency' | 'mandate' | 'own-system' | 'role' | null;
  /** Colleagues of this person's agency in the team who hold the mandate that is asked; told where `shut` is `mandate`. */
  holders: string[];
  /** The agency's own word, per agency that gave one (joint lists may have several). */
  word: Register<AgencyProgressFields>;
  followUp: Register<AgencyFollowUpFields> | null;
  instances: InstanceView[];
}

export interface InstanceView {
  entity: Uuid;
  checklist: string;
  /** The leading version: the lowest, until a person chooses. */
  version: string;
  otherVersions: string[];
  scope: ScopeName;
  label: string | null;
  created: Register<InstanceCreateFields>;
  /** By question code. Also of questions that the leading version does not know. */
  answers: Record<string, AnswerView>;
  signOffs: { agency: Agency; register: Register<InstanceSignOffFields>; later: OperationId[] }[];
}

export interface AnswerView {
  entity: Uuid;
  question: string;
  register: Register<AnswerSetFields>;
  /** What is being typed and not yet frozen. */
  draft: { key: string; fields: Partial<AnswerSetFields>; at: Instant } | null;
  evidence: EvidenceView[];
}

/** What became of a follow-up, as the document `follow_up_status` tells it to those who may read the finding. */
export interface Outcome {
  followUp: Uuid;
  task: 'follow_up' | 'decide' | 'inform';
  action: string;
  receiver: Agency | null;
  about: { kind: string | null; agency: Agency | null } | null;
  proposedDueOn: string | null;
  state: 'proposed' | 'accepted' | 'refused' | 'in_progress' | 'closed';
  withdrawn: 'withdrawn' | 'dismissed' | 'changed' | null;
  refusal: string | null;
  outcome: string | null;
  asked: boolean;
  at: Instant;
}

export interface FindingView {
  entity: Uuid;
  /** `free`: a finding.add; `proposed`: from a rule. */
  source: 'free' | 'proposed';
  scope: ScopeName;
  dataClass: DataClass;
  title: Words;
  severity: Severity;
  kind: 'violation' | 'good_practice' | 'not_assessed';
  text: string | null;
  decision: 'confirm' | 'change' | 'dismiss';
  owner: Agency;
  rule: { checklist: string; version: string; instance: Uuid; question: string; code: string } | null;
  /** The register of adds and decisions. */
  register: Register<FindingAddFields | FindingDecideFields>;
  /** A confirmed finding whose answers changed since: asks, never changes by itself. */
  answersChanged: boolean;
  evidence: EvidenceView[];
  outcomes: Outcome[];
  stage: Stage;
}

/** Computed on both sides, never written; one per rule that holds and that the deciding agency has not decided. */
export interface ProposalView {
  /** The entity that a decision on it has. */
  entity: Uuid;
  instance: Uuid;
  checklist: string;
  version: string;
  question: string;
  rule: string;
  title: Words;
  severity: Severity;
  legalBasis: string;
  legalSource: string | null;
  confidence: string | null;
  followUps: { agency: string; action: string; dueDays: number }[];
  dataClass: DataClass;
  answers: OperationId[];
  parameters: Record<string, string>;
  mayDecide: boolean;
}

export interface EvidenceView {
  entity: Uuid;
  value: Value<EvidenceAddFields>;
  subject: Uuid;
  withdrawn: { by: Author; reason: string; lost: boolean } | null;
  /** The bytes: here, there, or nowhere yet; `unknown` for those of others. `safe` only by a photo receipt with the same hash. */
  bytes: { here: boolean; there: 'no' | 'sending' | 'safe' | 'unknown'; sent: number; total: number };
  stage: Stage;
}

export interface TimelineItem {
  id: OperationId;
  at: Instant;
  author: Author;
  kind: string;
  entity: Uuid;
  scope: ScopeName;
  stage: Stage;
  place: Place | null;
  /** For words: `timeline.<kind>` with these; texts a person wrote are among them. */
  details: Record<string, string>;
  /** It was taken back, and stays in the line. */
  withdrawn: { by: Author; reason: string } | null;
  /** It stands, and this person recorded it and may take it back. */
  mayWithdraw: boolean;
}

export interface ConflictView {
  /** `<scope>|<entity>|<register>`; the address of the conflict screen. */
  key: string;
  dossier: Uuid;
  dossierLabel: string;
  scope: ScopeName;
  entity: Uuid;
  kind: string;
  checklist: string | null;
  version: string | null;
  question: string | null;
  register: Register<Record<string, unknown>>;
  evidence: Record<OperationId, EvidenceView[]>;
  /** Joint fields: whoever is on the visit. An agency's own: that agency. */
  mayResolve: boolean;
  opened: Instant;
}

/** `readable`: pull brings its joint part to this person. Team and moments are null where this device does not know them. */
export interface LinkedVisit {
  dossier: Uuid;
  readable: boolean;
  team: string | null;
  planned: Instant | null;
  opened: Instant | null;
}

export interface DossierView {
  id: Uuid;
  label: string;
  site: Site | null;
  visit: VisitDocument | null;
  opened: Register<DossierOpenFields> | null;
  action: ActionDocument | null;
  team: TeamDocument | null;
  agencies: Agency[];
  /** Those that take part in the action, also where they go to other sites: whom a follow-up can reach. */
  onAction: Agency[];
  /** Whether this person is assigned to the visit now; false: read, or only own unsent work. */
  assigned: boolean;
  state: VisitState;
  /** Other visits of the action to this place. */
  linked: LinkedVisit[];
  joint: ListPart[];
  /** Other lists, by agency, own agency first. */
  parts: { agency: Agency; own: boolean; lists: ListPart[] }[];
  instances: InstanceView[];
  findings: FindingView[];
  proposals: ProposalView[];
  /** Norms of the action's day, decimal texts by name: what rules compare with. */
  parameters: Readonly<Record<string, string>>;
  evidence: EvidenceView[];
  /** Photos kept at the shutter that no record names yet. */
  loose: { entity: Uuid; takenAt: Instant; bytes: number }[];
  notes: { value: Value<NoteAddFields>; subject: Uuid | null }[];
  timeline: TimelineItem[];
  conflicts: ConflictView[];
  photos: PhotoCount;
  waiting: number;
  drafts: number;
}
