/** "Ready for the field": a promise that rests on what is on this device. */
import { describe, expect, it } from 'vitest';
import { DATABASES } from '../testing/databases';
import { startTablet } from '../testing/tablet';
import { world } from '../testing/world';
import type { DirectoryDocument } from '../types/documents';
import { loadPerson } from './person';
import { todayView } from './today';

describe.each(DATABASES)('over %s', (_, open) => {
  it('counts the lists that the action names in the version it names, and no older ones', async () => {
    const w = await world();
    const tablet = await startTablet({ ...w, store: open() });
    const { part, store } = tablet;
    const { agency } = w.viewer;
    const hold = (code: string, version: string) =>
      store.write(['lists'], ({ lists }) => lists.put({ agency, code, version, content: {} }));
    const checklists = [
      { code: 'GEN-START', version: '2.0.0' },
      { code: 'BRW-BRAND', version: '1.0.0' },
    ];
    const body: DirectoryDocument = { agencies: [], members: [], checklists, parameters: [] };
    await store.write(['documents'], ({ documents }) =>
      documents.put({
        part,
        scope: 'directory:a',
        id: 'directory',
        type: 'directory',
        version: 1,
        n: 1,
        aside: 0,
        body: { form: 'plain', json: JSON.stringify(body) },
      }),
    );
    const ready = async () => {
      const person = await loadPerson(store);
      if (person === null) throw new Error('nobody');
      return (await todayView(store, person, w.clock.ms)).ready.checklists;
    };
    await hold('GEN-START', '1.0.0');
    await hold('OD-MILIEU', '1.0.0');
    expect(await ready()).toEqual({ here: 0, of: 2 });
    await hold('GEN-START', '2.0.0');
    expect(await ready()).toEqual({ here: 1, of: 2 });
    await hold('BRW-BRAND', '1.0.0');
    expect(await ready()).toEqual({ here: 2, of: 2 });
  });
});
