/** The day: the visits of the teams one is in, in order. */
import type { ActionDocument, Site, TeamDocument, VisitDocument } from './documents';
import type { Instant, Uuid } from './ids';
import type { Agency } from './session';
import type { PhotoCount, VisitWord } from './dossier';

export interface TodayVisit {
  dossier: Uuid;
  label: string;
  site: Site | null;
  visit: VisitDocument | null;
  /** Opened on the spot. */
  unplanned: boolean;
  order: number;
  slot: { from: Instant; until: Instant } | null;
  agencies: Agency[];
  entryOrder: Agency[];
  warning: string | null;
  word: VisitWord;
  /** The own agency's word: arrived, suspended, left, closed; null before arrival. */
  ownWord: string | null;
  since: Instant | null;
  findings: number;
  photos: PhotoCount;
  waiting: number;
  conflicts: number;
}

export interface TodayView {
  action: ActionDocument | null;
  team: TeamDocument | null;
  visits: TodayVisit[];
  next: Uuid | null;
  /** Everything that the visits need is on this device. */
  ready: { visits: boolean; checklists: { here: number; of: number }; asOf: Instant | null };
}
