// Made by `make generate` from schemas/. Do not edit.
/**
 * A control action as its people know it, in the scope action:<id>.
 */
export interface Action {
  id: string;
  /**
   * such as IC-2026-014; numbered per lead agency and year
   */
  number: string;
  title: string;
  goal: string;
  legalBasis: string;
  state: 'draft' | 'approved' | 'briefed' | 'active' | 'debriefing' | 'closed';
  lead: {
    agency: string;
    member: string;
  };
  /**
   * those that take part, by code
   */
  agencies: string[];
  window: {
    from: string;
    until: string;
  };
  closedAt: string | null;
  /**
   * how long after closing its people keep what they read by assignment
   */
  retentionDays: number;
  /**
   * true until approved; a draft is read by its lead alone
   */
  draft: boolean;
}

/**
 * What the lead of an action may know of findings: as much as the class of each allows.
 */
export interface Counts {
  action: string;
  at: string;
  /**
   * Items: what a class does not allow is null, which is not zero
   */
  rows: {
    dossier: string;
    agency: string;
    dataClass: 'team' | 'agency' | 'wpg' | 'fiscal' | 'victim' | 'signal' | 'private_shared';
    findings: number | null;
    severities: {
      minor: number;
      moderate: number;
      serious: number;
      critical: number;
    } | null;
    followUp: 'yes' | 'no' | null;
    careActive: boolean | null;
    followUps: {
      proposed: number;
      accepted: number;
      refused: number;
      in_progress: number;
      closed: number;
    } | null;
  }[];
}

/**
 * Names for the ids of an action: agencies, people, lists and dated settings; in the scope directory:<action>.
 */
export interface Directory {
  agencies: {
    id: string;
    code: string;
    kind: string;
    name: string;
    short: string;
    glyph: string;
    public: boolean;
  }[];
  members: {
    id: string;
    name: string;
    agency: string;
    /**
     * on this action
     */
    roles: string[];
    /**
     * of the present agency; the number is told to the member alone
     */
    mandates: {
      law: string;
      from: string;
      until: string | null;
    }[];
  }[];
  /**
   * the versions to fill on this action
   */
  checklists: {
    code: string;
    version: string;
  }[];
  /**
   * those of the action's day
   */
  parameters: {
    name: string;
    value: string;
    validFrom: string;
    unit: string | null;
  }[];
}

/**
 * A task of one agency. In its inbox scope; read over REST by its case workers and coordinators.
 */
export interface FollowUp {
  id: string;
  /**
   * numbered per agency and year, telling nothing of others
   */
  number: string;
  /**
   * follow_up: act on the finding; decide: whether X is informed; inform: inform X outside the app
   */
  task: 'follow_up' | 'decide' | 'inform';
  /**
   * why it is here: the agency's own finding, a finding of class team, or another agency's share decision
   */
  origin: 'own' | 'team' | 'referral';
  source: string;
  about: {
    kind: string | null;
    agency: string | null;
  } | null;
  action: string;
  controlAction: {
    id: string;
    title: string;
  } | null;
  dossier: string;
  site: {
    id: string | null;
    name: string;
    address: string | null;
    town: string | null;
    municipality: string | null;
  } | null;
  finding: {
    id: string;
    title: {
      nl: string;
      en: string;
    };
    severity: 'minor' | 'moderate' | 'serious' | 'critical';
    kind: 'violation' | 'good_practice' | 'not_assessed';
    legalBasis: string | null;
    confidence: 'high' | 'medium' | 'low' | null;
    checklist: string | null;
    version: string | null;
    question: string | null;
    rule: string | null;
    recordedAt: string;
    /**
     * two decisions on it stand side by side; nothing new is made until a person resolves that
     */
    disputed: boolean;
  } | null;
  sentence: string | null;
  proposedDueOn: string | null;
  state: 'proposed' | 'accepted' | 'refused' | 'in_progress' | 'closed';
  /**
   * the finding was withdrawn, dismissed, or is no longer referred here; content is gone, the row stays
   */
  withdrawn: 'withdrawn' | 'dismissed' | 'changed' | null;
  acceptance: {
    measure: string;
    dueOn: string;
    handler: {
      member: string;
      name: string;
    } | null;
    by: {
      member: string;
      name: string;
    };
    at: string;
  } | null;
  startedAt: string | null;
  refusal: {
    reason: 'no_competence' | 'too_little_evidence' | 'already_handled' | 'duplicate' | 'no_violation';
    text: string | null;
    by: {
      member: string;
      name: string;
    };
    at: string;
  } | null;
  closure: {
    outcome: 'complied' | 'escalated' | 'hearing' | 'no_violation' | 'informed' | 'not_informed';
    text: string | null;
    by: {
      member: string;
      name: string;
    };
    at: string;
  } | null;
  questions: {
    id: string;
    text: string;
    by: {
      member: string;
      name: string;
    };
    at: string;
    /**
     * Items: a null text was withdrawn or erased
     */
    replies: {
      operation: string;
      hash: string | null;
      text: string | null;
      at: string;
      signer: string;
      evidence: string[];
    }[];
  }[];
  /**
   * what inspectors wrote without being asked
   *
   * Items: a null text was withdrawn or erased
   */
  remarks: {
    operation: string;
    hash: string | null;
    text: string | null;
    at: string;
    signer: string;
    evidence: string[];
  }[];
  /**
   * texts copied from operations: where in this body, from which operation, the hash of the field text, so that an erasure finds them
   */
  copied: {
    path: string;
    operation: string;
    field: string;
    hash: string;
  }[];
}

/**
 * What became of a follow-up, for those who may read the finding: the outcome, never the receiver's case.
 */
export interface FollowUpStatus {
  id: string;
  finding: string;
  /**
   * follow_up: act on the finding; decide: whether X is informed; inform: inform X outside the app
   */
  task: 'follow_up' | 'decide' | 'inform';
  action: string;
  receiver: string | null;
  about: {
    kind: string | null;
    agency: string | null;
  } | null;
  proposedDueOn: string | null;
  state: 'proposed' | 'accepted' | 'refused' | 'in_progress' | 'closed';
  /**
   * the finding was withdrawn, dismissed, or is no longer referred here; content is gone, the row stays
   */
  withdrawn: 'withdrawn' | 'dismissed' | 'changed' | null;
  refusal: 'no_competence' | 'too_little_evidence' | 'already_handled' | 'duplicate' | 'no_violation' | null;
  outcome: 'complied' | 'escalated' | 'hearing' | 'no_violation' | 'informed' | 'not_informed' | null;
  /**
   * a question to the inspector is open
   */
  asked: boolean;
  at: string;
}

/**
 * Dossiers of one action that were opened for one place; linked, never merged.
 */
export interface LinkedDossiers {
  id: string;
  action: string;
  site: string | null;
  /**
   * @minItems 2
   */
  dossiers: string[];
}

/**
 * What a member may do for an agency, in the scope member:<id>; one document for each membership.
 */
export interface Member {
  member: string;
  agency: string;
  roles: string[];
  mandates: {
    law: string;
    number: string;
    from: string;
    until: string | null;
  }[];
}

/**
 * A question of a case worker to the inspectors of the finding's owner, answered by `follow_up.reply`.
 */
export interface Question {
  id: string;
  followUp: string;
  finding: string;
  from: string;
  text: string;
  at: string;
  answered: boolean;
  withdrawn: boolean;
}

/**
 * A decision to tell another agency something, as its receiver may read it.
 */
export interface Share {
  id: string;
  from: string;
  to: string;
  dossier: string;
  followUp: string;
  action: string;
  legalBasis: string;
  sentence: string | null;
  dueOn: string | null;
  at: string;
  revoked: boolean;
  /**
   * texts copied from operations: where in this body, from which operation, the hash of the field text, so that an erasure finds them
   */
  copied: {
    path: string;
    operation: string;
    field: string;
    hash: string;
  }[];
}

/**
 * A team of an action; the same document stands in action:<id> and in team:<id>.
 */
export interface Team {
  id: string;
  action: string;
  /**
   * A, B, C …
   */
  label: string;
  /**
   * who is in it now or was, by name of the member's id
   */
  members: {
    member: string;
    agency: string;
    role: 'inspector' | 'team_lead' | 'operational_lead';
    from: string;
    until: string | null;
  }[];
}

/**
 * A planned visit, in the scope team:<id> of the team that makes it. Its id is the dossier's.
 */
export interface Visit {
  id: string;
  action: string;
  team: string;
  target: string;
  /**
   * place in the team's route, from 1
   */
  order: number;
  slot: {
    from: string;
    until: string;
  } | null;
  /**
   * why this site, in the words of the lead
   */
  reason: string;
  site: {
    id: string;
    name: string;
    address: string;
    town: string;
    municipality: string;
    lon: number;
    lat: number;
    fictitious: boolean;
    plot: {
      type: 'Polygon';
      coordinates: unknown[];
    } | null;
  };
  /**
   * those that take part in this visit, by code
   */
  agencies: string[];
  /**
   * agencies by code in the order they enter
   */
  entryOrder: string[];
  warning: string | null;
  /**
   * of the plan; where the visit stands is said by operations
   */
  state: 'planned' | 'cancelled';
}

export interface DocumentBodies {
  action: Action;
  counts: Counts;
  directory: Directory;
  follow_up: FollowUp;
  follow_up_status: FollowUpStatus;
  linked_dossiers: LinkedDossiers;
  member: Member;
  question: Question;
  share: Share;
  team: Team;
  visit: Visit;
}
