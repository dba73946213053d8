/** The two databases that every test of the store runs over. For tests only. */
import { IDBFactory } from 'fake-indexeddb';
import type { Database } from '../store/database';
import { openDevice } from '../store/indexed';
import { openMemory } from '../store/memory';

let count = 0;

/** IndexedDB as Node has it: where a promise that is not the database's ends a transaction (trap T3). */
export function openFake(factory = new IDBFactory()): ReturnType<typeof openDevice> {
  count += 1;
  return openDevice(`test-${count}`, factory);
}

export const DATABASES: [string, () => Database][] = [
  ['memory', () => openMemory()],
  ['IndexedDB', () => openFake()],
];
