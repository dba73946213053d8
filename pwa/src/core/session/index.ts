/** Session for screens. */
import { freezeDrafts } from '../recording/drafts';
import { recordLoose } from '../recording/keep';
import { askWorker, device, inTurn, send } from '../runtime';
import type { DemoPerson, Person, Uuid } from '../types';
import { continueWith, fetchDemoPeople, leave, signInWith } from './sign-in';

export const demoPeople = (): Promise<DemoPerson[]> => fetchDemoPeople(send);

/** With network. `label`: how people know this device. Throws Refused, NetworkError. */
export const signIn = (membership: Uuid, label = 'tablet'): Promise<Person> =>
  signInWith(device, send, membership, label);

/** An earlier person goes on, also without network; false when this person was never here. */
export const continueAs = (key: string): Promise<boolean> => continueWith(device, key);

/** Freezes what is being typed and seals what is frozen, then leaves the device to the next person. Throws RecordError. */
export async function signOut(): Promise<void> {
  await inTurn(() => freezeDrafts(device));
  await inTurn(() => recordLoose(device));
  await askWorker('seal');
  await leave(device, send);
}
