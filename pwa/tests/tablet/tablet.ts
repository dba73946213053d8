/** One tablet of a test: the real core on a store in memory, with a clock that may be wrong. */
import { makeAnswers } from './records';
import { recordAll, type ToRecord } from '$core/recording/keep';
import type { Device } from '$core/recording/device';
import { reissue, resolve, withdraw } from '$core/recording/taking-back';
import { signInWith } from '$core/session/sign-in';
import type { Database } from '$core/store/database';
import { openMemory, type MemoryDatabase } from '$core/store/memory';
import type { Ports } from '$core/sync/ports';
import { syncRound } from '$core/sync/round';
import { ask, NetworkError, Refused, type Send } from '$core/transport/send';
import { loadDossier, dossierView } from '$core/views/dossier';
import { outboxView } from '$core/views/outbox';
import { loadPerson, type PersonSnapshot } from '$core/views/person';
import { agencyOf } from '$core/store/reading';
import { sendAs, time, type Command } from './line';

class Killed extends Error {}

export interface Tablet {
  act: (command: Command) => Promise<unknown>;
  /** The profile as a copy of the disk would have it. */
  copyStore: () => MemoryDatabase;
}

/** `off`: device clock less true time, in ms; `store`: a copied profile. */
export function openTablet(name: string, options: { off?: number; store?: MemoryDatabase }): Tablet {
  let writesLeft = Infinity;
  const count = () => {
    writesLeft -= 1;
    if (writesLeft === 0) throw new Killed('the tab was killed');
  };
  const store = options.store ?? openMemory(new Map(), count);
  const send: Send = sendAs(name);
  const clock = () => ({ device: time.ms + (options.off ?? 0), mono: time.ms, boot: name });
  const bytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const device: Device = {
    database: store,
    clock,
    random: bytes,
    nudge: () => undefined,
    isActive: () => true,
    room: () => undefined,
    later: () => () => undefined,
  };
  const ports: Ports = {
    store,
    send,
    upload: () => Promise.reject(new Error('photos go by HTTP')),
    now: clock,
    sleep: () => Promise.resolve(),
    random: Math.random,
    bytes,
  };

  async function person(): Promise<PersonSnapshot> {
    const found = await loadPerson(store);
    if (found === null) throw new Error('nobody is signed in');
    return found;
  }

  async function dossier(id: string) {
    const who = await person();
    const kept = await loadDossier(store, who, id);
    return kept === null ? null : { kept, view: await dossierView(kept, who, clock()) };
  }

  async function sync(killAt: number): Promise<string> {
    await forgetWaiting(store);
    writesLeft = killAt;
    try {
      return (await syncRound(ports)) ? 'done' : 'signed-out';
    } catch (error) {
      if (error instanceof Killed) return 'killed';
      if (error instanceof NetworkError) return 'network';
      if (error instanceof Refused) return `refused ${error.code}`;
      throw error;
    } finally {
      writesLeft = Infinity;
    }
  }

  const verbs: Record<string, (command: Command) => Promise<unknown>> = {
    signIn: async ({ membership, device: id }) => {
      await store.write(['meta'], ({ meta }) =>
        meta.put({ key: 'device', value: { id: id as string, label: name } }),
      );
      return signInWith(device, send, membership as string, name);
    },
    record: ({ items }) => recordAll(device, (items as ToRecord[]).map(makeAnswers)),
    sync: ({ killAt }) => sync((killAt as number | undefined) ?? Infinity),
    fetchList: async ({ code, version }) => {
      const content = await ask(send, {
        method: 'GET',
        path: `/checklists/${code as string}/${version as string}`,
      });
      const agency = agencyOf((await person()).part);
      const row = { agency, code: code as string, version: version as string, content };
      await store.write(['lists'], ({ lists }) => lists.put(row));
    },
    reissue: ({ operation, changes }) =>
      reissue(device, operation as string, changes as Record<string, unknown>),
    withdraw: ({ operation }) => withdraw(device, operation as string, 'vergissing'),
    resolve: async ({ dossier: id, both }) => {
      const found = await dossier(id as string);
      const conflict = found?.view.conflicts.find(({ mayResolve }) => mayResolve);
      if (!conflict) return null;
      const [first = '', second = ''] = conflict.register.values.map((value) => value.id);
      return resolve(device, conflict, {
        keep: both ? [first, second] : [first],
        lead: first,
        reason: 'samen bekeken',
      });
    },
    outbox: async () =>
      (await outboxView(store, await person())).items.map(({ id, stage, reason, reissuedBy }) => ({
        id,
        stage,
        reason,
        reissuedBy,
      })),
    states: async ({ dossier: id }) => {
      const found = await dossier(id as string);
      return (
        found?.kept.entities.all.map(({ scope, entity, family, state }) => ({
          scope,
          entity,
          family,
          state,
        })) ?? []
      );
    },
    view: async ({ dossier: id }) => (await dossier(id as string))?.view ?? null,
    scopes: async () => [...(await person()).open].sort(),
    held: () =>
      store.read(['held'], async ({ held }) =>
        (await held.all()).map(({ scope, id, bad, aside }) => ({ scope, id, bad, aside })),
      ),
  };
  return {
    act: (command) => {
      const verb = verbs[command.do];
      if (verb === undefined) throw new Error(`a tablet does not ${command.do}`);
      return verb(command);
    },
    copyStore: () => store.copy(),
  };
}

/** As if the waiting times were over: histories do not wait. */
async function forgetWaiting(store: Database): Promise<void> {
  await store.write(['batches', 'uploads'], async ({ batches, uploads }) => {
    await batches.putAll((await batches.all()).map((row) => ({ ...row, nextTry: 0 })));
    await uploads.putAll((await uploads.all()).map((row) => ({ ...row, nextTry: 0 })));
  });
}
