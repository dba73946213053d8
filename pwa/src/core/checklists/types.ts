/** The resolved content of a checklist version, as `GET /checklists/{code}/{version}` gives it. */
import type { DataClass, Severity, Words } from '../types/ids';

export type QuestionType =
  | 'yes_no_na'
  | 'number'
  | 'person_count'
  | 'choice'
  | 'multi_choice'
  | 'text'
  | 'photo'
  | 'geopoint'
  | 'signature'
  | 'datetime'
  | 'ref_bag'
  | 'ref_kvk'
  | 'ref_rdw';

/** A number: exact, from a decimal text, a question, a figure or a parameter of the action's day. */
export type Formula =
  | { number: string }
  | { question: string }
  | { parameter: string }
  | { op: '+' | '-' | '*' | '/' | 'max' | 'min'; of: Formula[] }
  | { op: 'score'; questions: string[]; weights: Record<string, string> };

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

export type Condition =
  | { op: 'and' | 'or'; of: Condition[] }
  | { op: 'in' | 'not in'; question: string; values: string[] }
  | { op: Comparison; left: Formula; right: Formula };

export interface Rule {
  code: string;
  when: Condition;
  severity: Severity;
  title: Words;
  legalBasis: string;
  confidence: 'high' | 'medium' | 'low';
  legalSource: 'published' | 'unconfirmed';
  immediate: boolean;
  followUps: { agency: string; action: string; dueDays: number }[];
  dataClass: DataClass;
  /** Answered questions that it rests on, through computed values too. */
  reads: string[];
  parameters: string[];
}

export interface Option {
  value: string;
  text: Words;
}

export interface Question {
  code: string;
  text: Words;
  type: QuestionType;
  /** False: may stay empty. A computed question is never required. */
  required: boolean;
  dataClass: DataClass;
  /** Its own condition and its section's. */
  showIf: Condition | null;
  unit: string | null;
  decimals: number;
  bounds: { min: string; max: string } | null;
  computed: Formula | null;
  options: Option[];
  exclusive: string | null;
  evidence: 'photo' | null;
  /** Records what a person states: the caution is asked first. */
  statement: boolean;
  /** Records the caution itself. */
  caution: boolean;
  help: Words | null;
  findings: Rule[];
}

export interface Section {
  code: string;
  title: Words;
  questions: Question[];
}

/** A computed value shown at a question. */
export interface Figure {
  code: string;
  title: Words;
  at: string;
  unit: string | null;
  decimals: number;
  computed: Formula;
  alert: { when: Condition; text: Words } | null;
  dataClass: DataClass;
}

export interface ChecklistContent {
  code: string;
  version: string;
  status: 'draft_for_legal_review' | 'reviewed';
  agency: string;
  title: Words;
  purpose: Words;
  notes: Words | null;
  siteTypes: string[];
  mandateRequired: string[];
  dataClass: DataClass;
  writers: 'owner' | 'all_on_action';
  per: 'visit' | 'dwelling' | 'vehicle' | 'person' | 'consignment' | 'action';
  defaultShare: string;
  figures: Figure[];
  sections: Section[];
  /** Words of the codes that the list names. */
  names: {
    agencies: Record<string, Words>;
    actions: Record<string, Words>;
    laws: Record<string, Words>;
    shares: Record<string, Words>;
    units: Record<string, Words>;
    siteTypes: Record<string, Words>;
  };
  /** This agency does not record the list here. */
  ownSystems: boolean;
  /** Questions that this agency does not record here. */
  ownSystemQuestions: string[];
}

/** Values by question code; of a conflict the first shown one, cleared and withdrawn answers left out. */
export type Answers = Readonly<Record<string, unknown>>;

/** Decimal texts by name, those of the action's day. */
export type Parameters = Readonly<Record<string, string>>;
