import { describe, expect, it } from 'vitest';
import { jointScope } from '../operations/scopes';
import { openMemory } from '../store/memory';
import type { DocumentRow } from '../store/rows';
import { startTestServer } from '../testing/server';
import { randomFrom, startTablet, uuidFrom } from '../testing/tablet';
import { dossierView, loadDossier } from './dossier';
import { loadPerson } from './person';

/** A person at a visit whose place has another one, readable or not; the server linked that one with a third elsewhere. */
async function world(reads: 'both' | 'first alone') {
  const random = randomFrom(3);
  const clock = { ms: Date.parse('2026-11-25T10:00:00.000Z') };
  const drawn = () => uuidFrom(random);
  const [here, there, far, action, site, team, other] = [
    drawn(),
    drawn(),
    drawn(),
    drawn(),
    drawn(),
    drawn(),
    drawn(),
  ];
  const agency = uuidFrom(random);
  const scopes = [jointScope(here), ...(reads === 'both' ? [jointScope(there)] : [])];
  const viewer = { member: uuidFrom(random), agency, device: uuidFrom(random), scopes };
  const server = await startTestServer(() => clock.ms);
  const tablet = await startTablet({ server, clock, random, viewer, store: openMemory() });
  const document = (type: string, id: string, body: object): DocumentRow => ({
    part: tablet.part,
    scope: 'action:x',
    id,
    type,
    version: 1,
    n: 1,
    aside: 0,
    body: { form: 'plain', json: JSON.stringify(body) },
  });
  await tablet.store.write(['documents'], ({ documents }) =>
    documents.putAll([
      document('team', other, { id: other, action, label: 'B', members: [] }),
      document('linked_dossiers', 'l1', { id: 'l1', action, site, dossiers: [here, there] }),
      document('linked_dossiers', 'l2', { id: 'l2', action, site: drawn(), dossiers: [there, far] }),
    ]),
  );
  const open = (dossier: string, by: string) => ({
    kind: 'dossier.open',
    dossier,
    fields: { action, site, label: null, team: by, reason: 'licht' },
  });
  await tablet.record(open(here, team));
  if (reads === 'both') await tablet.record(open(there, other));
  await tablet.sync();
  const person = await loadPerson(tablet.store);
  const kept = person && (await loadDossier(tablet.store, person, here));
  if (!person || !kept) throw new Error('not here');
  return { there, view: await dossierView(kept, person, tablet.ports.now()) };
}

describe('another visit of the action to the same place', () => {
  it('is told with its team and moment to who may read it; a link of elsewhere is not', async () => {
    const { there, view } = await world('both');
    expect(view.linked).toEqual([
      { dossier: there, readable: true, team: 'B', planned: null, opened: '2026-11-25T10:00:00.000Z' },
    ]);
  });

  it('to anybody else only that it is there', async () => {
    const { there, view } = await world('first alone');
    expect(view.linked).toEqual([
      { dossier: there, readable: false, team: null, planned: null, opened: null },
    ]);
  });
});
