/**
 * A tab without a browser, in place of `runtime.ts`: the real recording over a store in memory, so that screens can be tested
 * down to what is kept. `vi.mock('$core/runtime', () => import('$core/testing/page'))`. For tests only.
 */
import { inTurns } from '../recording/device';
import { StoreFull } from '../store/database';
import { followed } from '../store/followed';
import { openMemory } from '../store/memory';
import type { DraftRow, OwnRow, TableName } from '../store/rows';
import { startTablet } from './tablet';
import { world } from './world';

/** Told of each write before it happens; throw and nothing is written. */
export const writes: { before: (names: readonly TableName[]) => void } = { before: () => undefined };

const made = await world();
export const { dossier } = made;
const database = followed(openMemory(undefined, (names) => writes.before(names)));
export const tablet = await startTablet({ ...made, store: database });
export const { device } = tablet;
export const inTurn = inTurns();
export const store = () => database;
export const clock = () => device.clock();
export const send = tablet.ports.send;
export const isActiveTab = () => true;
export const onChange = () => () => undefined;
export const changed = () => undefined;
export const watchOthers = () => () => undefined;
export const startCore = () => Promise.resolve();
export const askWorker = () => tablet.sync();

/** What is on the device now. */
export function kept(): Promise<{ drafts: DraftRow[]; own: OwnRow[] }> {
  return tablet.store.read(['drafts', 'own'], async ({ drafts, own }) => ({
    drafts: await drafts.all(),
    own: await own.all(),
  }));
}

/** From now on the device has no room for any further record. */
export function fill(): void {
  writes.before = (names) => {
    if (names.includes('own')) throw new StoreFull('full');
  };
}

/** From the n-th next write on the tab is dead. */
export function killBefore(n: number): void {
  let left = n;
  writes.before = () => {
    left -= 1;
    if (left <= 0) throw new Error('killed');
  };
}

/** Room again, alive again, and nothing kept. */
export async function afresh(): Promise<void> {
  writes.before = () => undefined;
  await tablet.store.write(['drafts', 'own', 'uploads', 'photos'], async ({ drafts, own, uploads }) => {
    for (const { part, key } of await drafts.all()) await drafts.delete([part, key]);
    for (const { id } of await own.all()) await own.delete(id);
    for (const { entity } of await uploads.all()) await uploads.delete(entity);
  });
}
