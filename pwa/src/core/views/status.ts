/** How the device is doing: signal, sending, clock, storage. */
import { offsetOf, OFFSET_WARNING } from '../clock/clock';
import { writeInstant } from '../operations/instants';
import type { Database, Tables } from '../store/database';
import { valuesOf } from '../store/meta-values';
import type { OwnRow } from '../store/rows';
import type { StatusView } from '../types/status';

/** What the browser alone can tell. */
export interface Surroundings {
  online: boolean;
  otherTab: boolean;
  persisted: boolean | null;
  usedBytes: number | null;
  freeBytes: number | null;
  full: boolean;
}

export async function statusView(database: Database, around: Surroundings): Promise<StatusView> {
  const rows = await database.read(
    ['meta', 'own', 'uploads', 'held', 'batches', 'drafts', 'people'],
    async (tables) => {
      const { meta, own, uploads, held, batches } = tables;
      const values = await valuesOf({ meta }, [
        'current',
        'engine',
        'clock',
        'contact',
        'session',
        'signedOut',
      ]);
      const part = values.current ?? '';
      return {
        values,
        own: [...(await own.by('state', 'frozen')), ...(await own.by('state', 'sealed'))],
        received: await own.by('state', 'received'),
        safe: await uploads.by('state', 'safe'),
        ofAll: await ofAll(tables),
        part,
        uploads: [...(await uploads.by('state', 'named')), ...(await uploads.by('state', 'kept'))],
        held: await held.by('part+flag', [part, 1]),
        refused: await batches.by('state', 'refused'),
      };
    },
  );
  const { engine, clock, contact, session, signedOut } = rows.values;
  const offset = offsetOf(clock ?? null);
  const photos = rows.uploads.filter(({ state }) => state === 'named');
  const texts = new Set(rows.own.map(({ id }) => id));
  const photosAlone = photos.filter(({ operation }) => operation !== null && !texts.has(operation));
  const received = new Set(rows.received.map(({ id }) => id));
  const safeAlone = rows.safe.filter(({ operation }) => operation !== null && !received.has(operation));
  const unsettled = rows.ofAll.aside.filter(isUnsettled);
  return {
    online: around.online,
    lastContact: contact === undefined ? null : writeInstant(contact),
    signedOut: session === undefined || signedOut === true,
    otherTab: around.otherTab,
    sync: {
      running: engine?.running ?? false,
      nextTry: engine?.nextTry == null ? null : writeInstant(engine.nextTry),
      problem: engine?.problem ?? null,
      phase: engine?.phase ?? null,
    },
    clock: { offsetMs: offset, warn: offset !== null && Math.abs(offset) > OFFSET_WARNING },
    storage: {
      persisted: around.persisted,
      usedBytes: around.usedBytes,
      freeBytes: around.freeBytes,
      waitingBytes:
        sum(rows.own.map(({ bytes }) => bytes)) + sum(photos.map(({ bytes, sent }) => bytes - sent)),
      full: around.full,
    },
    unverified: rows.held.filter(({ bad }) => bad !== null).length,
    vanished: rows.held.filter(({ aside }) => aside === 1).length,
    waiting: rows.own.length + photosAlone.length,
    loose: rows.uploads.length - photos.length,
    drafts: rows.ofAll.drafts,
    unconfirmed: received.size + safeAlone.length,
    unsettled: unsettled.length,
    attention:
      unsettled.filter(({ part }) => part === rows.part).length +
      rows.refused.length +
      photos.filter(({ problem }) => problem !== null && problem.code !== 'network').length,
  };
}

/** Of everybody who used this device. */
async function ofAll({ people, own, drafts }: Tables<'people' | 'own' | 'drafts'>) {
  const aside: OwnRow[] = [];
  let typed = 0;
  for (const { key } of await people.all()) {
    aside.push(...(await own.by('part+fate', [key, 'quarantined'])));
    // Counted, not read: a keystroke in a draft that is there already is nothing new.
    typed += await drafts.countBy('part', key);
  }
  return { aside, drafts: typed };
}

/** Set aside, and nobody did anything about it. */
function isUnsettled({ released, reissuedBy, takenBackBy }: OwnRow): boolean {
  return released === null && reissuedBy === null && takenBackBy === null;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
