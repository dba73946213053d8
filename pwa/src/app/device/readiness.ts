/** Whether this device is fit for a day without signal: one list of checks, for Today and for the device's own screen. */
import type { StatusView, TodayView } from '$core';

export interface Checks {
  /** The whole app is on this device. */
  app: boolean;
  /** The browser promised not to erase; null: not known yet. */
  persisted: boolean | null;
  plan: boolean;
  checklists: { here: number; of: number };
  clock: boolean;
  room: boolean;
}

/** Below this much room the browser is warned about: some 125 photos. */
const LEAST_BYTES = 500_000_000;

export function checksOf(status: StatusView, today: TodayView, app: boolean): Checks {
  const free = status.storage.freeBytes;
  return {
    app,
    persisted: status.storage.persisted,
    plan: today.ready.visits,
    checklists: today.ready.checklists,
    clock: !status.clock.warn,
    room: !status.storage.full && (free === null || free >= LEAST_BYTES),
  };
}

/** What would lose or hinder work; an unknown is not a danger. */
export function dangers(checks: Checks): (keyof Checks)[] {
  const bad: (keyof Checks)[] = [];
  if (checks.persisted === false) bad.push('persisted');
  if (!checks.room) bad.push('room');
  if (!checks.app) bad.push('app');
  if (checks.checklists.here < checks.checklists.of) bad.push('checklists');
  if (!checks.clock) bad.push('clock');
  return bad;
}
