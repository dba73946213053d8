/** How the device itself is doing. */
import type { Instant } from './ids';
import type { Problem } from './outbox';

export interface StatusView {
  /** The browser's word; a request that came through is the proof. */
  online: boolean;
  lastContact: Instant | null;
  /** True when sending waits for somebody to sign in. */
  signedOut: boolean;
  /** Another tab is the active one. */
  otherTab: boolean;
  sync: { running: boolean; nextTry: Instant | null; problem: Problem | null; phase: SyncPhase | null };
  clock: { offsetMs: number | null; warn: boolean };
  storage: {
    persisted: boolean | null;
    usedBytes: number | null;
    freeBytes: number | null;
    waitingBytes: number;
    full: boolean;
  };
  /** Received things that did not verify: counted, set aside, never folded. */
  unverified: number;
  /** Colleagues' operations that did not come back after a restore of the server. */
  vanished: number;
  waiting: number;
  /** Photos kept at the shutter that no record names yet: they are only here. */
  loose: number;
  /** Typed and not recorded, by anybody who used this device. */
  drafts: number;
  /** With a receipt, and not yet listed by the server; of anybody. */
  unconfirmed: number;
  /** Set aside, and neither released nor written again nor taken back; of anybody. */
  unsettled: number;
  attention: number;
}

export type SyncPhase = 'sealing' | 'pushing' | 'pulling' | 'confirming' | 'photos';
