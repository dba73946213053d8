/** Session for screens; the code behind it is not part of the first screen of somebody who works here already. */
import { askWorker, device, inTurn, send } from '../runtime';
import type { DemoPerson, Person, Uuid } from '../types';

const signing = () => import('./sign-in');

export const demoPeople = async (): Promise<DemoPerson[]> => (await signing()).fetchDemoPeople(send);

/** With network. `label`: how people know this device. Throws Refused, NetworkError, and RecordError in another tab. */
export const signIn = async (membership: Uuid, label = 'tablet'): Promise<Person> =>
  (await signing()).signInWith(device, send, membership, label);

/** An earlier person goes on, also without network; false when this person was never here. */
export const continueAs = async (key: string): Promise<boolean> =>
  (await signing()).continueWith(device, key);

/** Freezes what is being typed and seals what is frozen, then leaves the device to the next person. Throws RecordError. */
export async function signOut(): Promise<void> {
  const [{ freezeDrafts }, { recordLoose }, { leave }] = await Promise.all([
    import('../recording/drafts'),
    import('../recording/keep'),
    signing(),
  ]);
  await inTurn(() => freezeDrafts(device));
  await inTurn(() => recordLoose(device));
  await askWorker('seal');
  await leave(device, send);
}
