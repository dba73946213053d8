/** Bodies of the documents that the server writes and pull brings; shapes of schemas/documents. */
import type { Instant, Uuid } from './ids';
import type { Agency, Mandate } from './session';

export interface ActionDocument {
  id: Uuid;
  number: string;
  title: string;
  goal: string;
  legalBasis: string;
  state: 'draft' | 'approved' | 'briefed' | 'active' | 'debriefing' | 'closed';
  lead: { agency: Uuid; member: Uuid };
  agencies: Uuid[];
  window: { from: Instant; until: Instant };
  closedAt: Instant | null;
  retentionDays: number;
  draft: boolean;
}

export interface TeamDocument {
  id: Uuid;
  action: Uuid;
  label: string;
  members: { member: Uuid; agency: Uuid; role: string; from: Instant; until: Instant | null }[];
}

export interface Site {
  id: Uuid;
  name: string;
  address: string;
  town: string;
  municipality: string;
  lon: number;
  lat: number;
  fictitious: boolean;
  plot: unknown;
}

/** `id` is the dossier's. */
export interface VisitDocument {
  id: Uuid;
  action: Uuid;
  team: Uuid;
  target: Uuid;
  order: number;
  slot: { from: Instant; until: Instant } | null;
  reason: string;
  site: Site;
  agencies: Uuid[];
  entryOrder: string[];
  warning: string | null;
  state: 'planned' | 'cancelled';
}

export interface DirectoryDocument {
  agencies: Agency[];
  members: { id: Uuid; name: string; agency: Uuid; roles: string[]; mandates?: Mandate[] }[];
  checklists: { code: string; version: string }[];
  parameters: { name: string; value: string; validFrom: string; unit: string | null }[];
}

export interface MemberDocument {
  member: Uuid;
  agency: Uuid;
  roles: string[];
  mandates: Mandate[];
}
