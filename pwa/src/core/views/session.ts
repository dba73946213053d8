/** Who works here, and who did before. */
import type { Database } from '../store/database';
import { valuesOf } from '../store/meta-values';
import { openAll } from '../store/sealing';
import { writeInstant } from '../operations/instants';
import type { EarlierPerson, Person, SessionView } from '../types/session';

/** `now`: device time in ms; a session past its end by the device's clock alone is still tried, the server decides. */
export async function sessionView(database: Database): Promise<SessionView> {
  const rows = await database.read(['meta', 'people', 'own'], async ({ meta, people, own }) => ({
    values: await valuesOf({ meta }, ['current', 'session', 'device', 'signedOut']),
    people: await people.all(),
    waiting: [...(await own.by('state', 'frozen')), ...(await own.by('state', 'sealed'))],
  }));
  const { current, session, device, signedOut } = rows.values;
  const persons = await openAll<Person>(rows.people.map(({ body }) => body));
  const earlier = persons.map((person, i): EarlierPerson => {
    const lastHere = writeInstant(rows.people[i]?.lastHere ?? 0);
    return { ...person, lastHere, waiting: rows.waiting.filter(({ part }) => part === person.key).length };
  });
  const signedIn = session !== undefined && session.part === current && signedOut !== true;
  return {
    presence: current === undefined ? 'nobody' : signedIn ? 'signed-in' : 'on-device',
    person: persons.find(({ key }) => key === current) ?? null,
    device: device ?? { id: '', label: '' },
    until: session?.until ?? null,
    demo: session?.demo ?? false,
    earlier: earlier.sort((one, other) => (one.lastHere < other.lastHere ? 1 : -1)),
  };
}
