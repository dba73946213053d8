/** What page and sync worker say to each other. All that matters is in the store; these only hasten it. */
export type ToWorker =
  /** Something was stored, or the network came back. */
  | { type: 'nudge' }
  /** A person looks at what others may be changing, or stopped looking. */
  | { type: 'watch'; looking: boolean }
  /** Seal all that is frozen, also without network; answered when done. */
  | { type: 'seal'; id: number }
  /** A whole round now, whatever the waiting time; answered when it is over. */
  | { type: 'sync'; id: number };

export interface FromWorker {
  id: number;
  error: string | null;
}
