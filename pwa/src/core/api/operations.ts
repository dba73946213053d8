// Made by `make generate` from schemas/. Do not edit.
/**
 * For a list kept in the agency's own system: whether anything follows from it. In the owner's scope.
 */
export interface AgencyFollowUp {
  list: string;
  follow_up: 'yes' | 'no';
  place?: {
    lon: string;
    lat: string;
    accuracy: string | null;
  };
  reissues?: string;
  resolution?: {
    /**
     * @minItems 1
     */
    keep: string[];
    lead: string;
  };
  reason?: string;
  [k: string]: unknown;
}

/**
 * An agency's own word on one of its lists; no counts.
 */
export interface AgencyProgress {
  list: string;
  progress: 'busy' | 'done' | 'not_done';
  reason: string | null;
  place?: {
    lon: string;
    lat: string;
    accuracy: string | null;
  };
  reissues?: string;
  resolution?: {
    /**
     * @minItems 1
     */
    keep: string[];
    lead: string;
  };
  [k: string]: unknown;
}

/**
 * The answer to one question of one filling.
 */
export interface AnswerSet {
  checklist: string;
  version: string;
  instance: string;
  question: string;
  value: unknown;
  remark?: string | null;
  caution?: {
    asked: string;
    punitive: boolean;
    given: string | null;
  };
  place?: {
    lon: string;
    lat: string;
    accuracy: string | null;
  };
  reissues?: string;
  resolution?: {
    /**
     * @minItems 1
     */
    keep: string[];
    lead: string;
  };
  reason?: string;
  [k: string]: unknown;
}

/**
 * Opens a dossier for a site; planned ones are opened by their target, unplanned ones by this operation.
 */
export type DossierOpen = (
  | {
      site?: string;
    }
  | {
      label?: string;
    }
) & {
  action: string;
  site: string | null;
  label: string | null;
  team: string;
  reason: string;
  place?: {
    lon: string;
    lat: string;
    accuracy: string | null;
  };
  reissues?: string;
  resolution?: {
    /**
     * @minItems 1
     */
    keep: string[];
    lead: string;
  };
  [k: string]: unknown;
};

/**
 * Names a photo or drawing by its hash before its bytes are sent.
 */
export interface EvidenceAdd {
  subject: string;
  sha256: string;
  bytes: number;
  mime: 'image/jpeg' | 'image/png' | 'image/webp';
  taken_at: string;
  original?: string | null;
  role?: 'photo' | 'drawing' | 'redacted' | 'signature';
  caption?: string | null;
  room?: string | null;
  place?: {
    lon: string;
    lat: string;
    accuracy: string | null;
  };
  reissues?: string;
  [k: string]: unknown;
}

/**
 * A finding without a question; confirmed at once by its author's agency.
 */
export interface FindingAdd {
  title: string;
  severity: 'minor' | 'moderate' | 'serious' | 'critical';
  text: string | null;
  kind: 'violation' | 'good_practice' | 'not_assessed';
  legal_basis?: string | null;
  /**
   * @maxItems 20
   */
  referrals?: {
    receiver: string;
    action: string;
    dueDays: number;
    legalBasis:
      | 'eigen_waarneming'
      | 'wettelijke_meldplicht'
      | 'noodhulp'
      | 'toestemming_betrokkene'
      | 'wgs_riec_casus'
      | 'suwi'
      | 'awr67_uitzondering'
      | 'wpg_16'
      | 'wpg_17'
      | 'wpg_18'
      | 'wpg_19'
      | 'wpg_20';
    sentence: string;
  }[];
  place?: {
    lon: string;
    lat: string;
    accuracy: string | null;
  };
  reissues?: string;
  resolution?: {
    /**
     * @minItems 1
     */
    keep: string[];
    lead: string;
  };
  reason?: string;
  [k: string]: unknown;
}

/**
 * A person's decision on a proposed finding, or on a free one.
 */
export type FindingDecide = {
  checklist?: string;
  version?: string;
  instance?: string;
  question?: string;
  rule?: string;
  /**
   * @maxItems 200
   */
  answers?: string[];
  parameters?: {
    [k: string]: string;
  };
  title?: string;
  text?: string | null;
  kind?: 'violation' | 'good_practice' | 'not_assessed';
  decision: 'confirm' | 'change' | 'dismiss';
  reason: string | null;
  severity: 'minor' | 'moderate' | 'serious' | 'critical';
  /**
   * @maxItems 20
   */
  referrals: {
    receiver: string;
    action: string;
    dueDays: number;
    legalBasis:
      | 'eigen_waarneming'
      | 'wettelijke_meldplicht'
      | 'noodhulp'
      | 'toestemming_betrokkene'
      | 'wgs_riec_casus'
      | 'suwi'
      | 'awr67_uitzondering'
      | 'wpg_16'
      | 'wpg_17'
      | 'wpg_18'
      | 'wpg_19'
      | 'wpg_20';
    sentence: string;
  }[];
  place?: {
    lon: string;
    lat: string;
    accuracy: string | null;
  };
  reissues?: string;
  resolution?: {
    /**
     * @minItems 1
     */
    keep: string[];
    lead: string;
  };
  [k: string]: unknown;
} & (OnAProposal | OnAFreeFinding);

export interface OnAProposal {
  [k: string]: unknown;
}
export interface OnAFreeFinding {
  [k: string]: unknown;
}

/**
 * The inspector's answer to a question about a follow-up.
 */
export interface FollowUpReply {
  follow_up: string;
  text: string;
  /**
   * @maxItems 20
   */
  evidence?: string[];
  place?: {
    lon: string;
    lat: string;
    accuracy: string | null;
  };
  reissues?: string;
  [k: string]: unknown;
}

/**
 * Begins one filling of a checklist version.
 */
export interface InstanceCreate {
  checklist: string;
  version: string;
  label: string | null;
  place?: {
    lon: string;
    lat: string;
    accuracy: string | null;
  };
  reissues?: string;
  resolution?: {
    /**
     * @minItems 1
     */
    keep: string[];
    lead: string;
  };
  reason?: string;
  [k: string]: unknown;
}

/**
 * An agency signs what it has seen of a filling.
 */
export interface InstanceSignOff {
  checklist: string;
  version: string;
  instance: string;
  /**
   * @maxItems 1200
   */
  seen: string[];
  remark?: string | null;
  signature?: string | null;
  place?: {
    lon: string;
    lat: string;
    accuracy: string | null;
  };
  reissues?: string;
  [k: string]: unknown;
}

/**
 * A note, on the visit or on something recorded in it.
 */
export interface NoteAdd {
  text: string;
  subject: string | null;
  place?: {
    lon: string;
    lat: string;
    accuracy: string | null;
  };
  reissues?: string;
  resolution?: {
    /**
     * @minItems 1
     */
    keep: string[];
    lead: string;
  };
  reason?: string;
  [k: string]: unknown;
}

/**
 * Says that a planned visit is not made, and why.
 */
export interface TargetSkip {
  reason: string;
  place?: {
    lon: string;
    lat: string;
    accuracy: string | null;
  };
  reissues?: string;
  resolution?: {
    /**
     * @minItems 1
     */
    keep: string[];
    lead: string;
  };
  [k: string]: unknown;
}

/**
 * Where one agency is with the visit.
 */
export interface VisitState {
  state: 'arrived' | 'suspended' | 'left' | 'closed';
  reason: string | null;
  place?: {
    lon: string;
    lat: string;
    accuracy: string | null;
  };
  reissues?: string;
  resolution?: {
    /**
     * @minItems 1
     */
    keep: string[];
    lead: string;
  };
  [k: string]: unknown;
}

/**
 * Marks one earlier operation of the same agency as withdrawn; nothing is deleted.
 */
export interface Withdraw {
  id: string;
  of: string;
  reason: string;
  lost?: boolean;
  place?: {
    lon: string;
    lat: string;
    accuracy: string | null;
  };
  reissues?: string;
  [k: string]: unknown;
}

export interface OperationFields {
  'agency.follow_up': AgencyFollowUp;
  'agency.progress': AgencyProgress;
  'answer.set': AnswerSet;
  'dossier.open': DossierOpen;
  'evidence.add': EvidenceAdd;
  'finding.add': FindingAdd;
  'finding.decide': FindingDecide;
  'follow_up.reply': FollowUpReply;
  'instance.create': InstanceCreate;
  'instance.sign_off': InstanceSignOff;
  'note.add': NoteAdd;
  'target.skip': TargetSkip;
  'visit.state': VisitState;
  withdraw: Withdraw;
}
