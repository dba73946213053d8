/** Which versions of checklists a device holds: those it needs, and no others. */
import { describe, expect, it } from 'vitest';
import { seal } from '../store/sealing';
import type { DocumentRow } from '../store/rows';
import { DATABASES } from '../testing/databases';
import { startTablet, type Tablet } from '../testing/tablet';
import { viewerOf, world } from '../testing/world';
import { NetworkError } from '../transport/send';
import { fetchLists } from './lists';

const CODE = 'BRW-BRAND';

describe.each(DATABASES)('over %s', (_, open) => {
  async function setUp() {
    const { dossier, ...rest } = await world();
    const tablet = await startTablet({ ...rest, store: open() });
    const content = { code: CODE, dataClass: 'team', per: 'visit', figures: [], sections: [] };
    const { send } = tablet.ports;
    tablet.ports.send = async (request) => {
      if (!request.path.startsWith('/checklists/')) return send(request);
      if (tablet.line(request) === 'lost') throw new NetworkError('lost');
      return {
        status: request.path.endsWith('/0.6.6') ? 404 : 200,
        body: content,
        date: null,
        retryAfter: null,
      };
    };
    return { tablet, dossier, ...rest };
  }

  /** What the action names now; comes with a pull. */
  async function names(tablet: Tablet, version: string) {
    const checklists = [{ code: CODE, version }];
    const body = await seal({ agencies: [], members: [], checklists, parameters: [] });
    const row: DocumentRow = {
      part: tablet.part,
      scope: 'action:x',
      id: 'd',
      type: 'directory',
      version: 1,
      n: 1,
      aside: 0,
      body,
    };
    await tablet.store.write(['documents'], ({ documents }) => documents.put(row));
    await fetchLists(tablet.ports, tablet.part);
  }

  const held = async ({ store, viewer }: Tablet) => {
    const rows = await store.read(['lists'], ({ lists }) => lists.by('agency', viewer.agency));
    return rows.map(({ version }) => version).sort();
  };
  const filling = (dossier: string, version: string) => ({
    kind: 'instance.create',
    dossier,
    fields: { checklist: CODE, version, label: null },
  });

  it('an older version goes when the newer one has come and nothing speaks of the older', async () => {
    const { tablet } = await setUp();
    await names(tablet, '0.9.0');
    expect(await held(tablet)).toEqual(['0.9.0']);
    await names(tablet, '0.10.0');
    expect(await held(tablet)).toEqual(['0.10.0']);
  });

  it('it stays for a filling that was not sent yet', async () => {
    const { tablet, dossier } = await setUp();
    await names(tablet, '0.1.0');
    await tablet.record(filling(dossier, '0.1.0'));
    await names(tablet, '0.2.0');
    expect(await held(tablet)).toEqual(['0.1.0', '0.2.0']);
  });

  it('it stays for the filling of a colleague, and for what is being typed', async () => {
    const { tablet, dossier, random, ...rest } = await setUp();
    const other = await startTablet({ ...rest, random, viewer: viewerOf(random, dossier) });
    await names(tablet, '0.1.0');
    const lists = await tablet.store.read(['lists'], (tables) => tables.lists.all());
    const theirsToo = lists.map((list) => ({ ...list, agency: other.viewer.agency }));
    await other.store.write(['lists'], (tables) => tables.lists.putAll(theirsToo));
    await other.record(filling(dossier, '0.1.0'));
    const [theirs] = await other.store.read(['own'], ({ own }) => own.all());
    if (!theirs) throw new Error('nothing recorded');
    const { id, scope, entity, body } = theirs;
    const row = { part: tablet.part, scope, id, dossier, entity, n: 1, batch: '', bad: null, body };
    await tablet.store.write(['held'], (tables) => tables.held.put({ ...row, aside: 0, flag: 0 }));
    await names(tablet, '0.2.0');
    expect(await held(tablet)).toEqual(['0.1.0', '0.2.0']);

    const typed = await seal({ key: 'k', request: { fields: { checklist: CODE, version: '0.2.0' } } });
    await tablet.store.write(['drafts'], ({ drafts }) =>
      drafts.put({ part: tablet.part, key: 'k', dossier, at: 1, body: typed }),
    );
    await tablet.store.write(['held'], (tables) => tables.held.delete([tablet.part, scope, id]));
    await names(tablet, '0.3.0');
    expect(await held(tablet)).toEqual(['0.2.0', '0.3.0']);
  });

  it('one that went comes again for the filling of a colleague who was out of reach, and again after a line that failed', async () => {
    const { tablet, dossier, random, ...rest } = await setUp();
    const viewer = viewerOf(random, dossier, tablet.viewer.agency);
    const other = await startTablet({ ...rest, random, viewer });
    await names(tablet, '0.1.0');
    const lists = await tablet.store.read(['lists'], (tables) => tables.lists.all());
    const unknown = lists.map((list) => ({ ...list, version: '0.6.6' }));
    await other.store.write(['lists'], (tables) => tables.lists.putAll([...lists, ...unknown]));
    await other.record(filling(dossier, '0.1.0'));
    await other.record(filling(dossier, '0.6.6'));
    await names(tablet, '0.2.0');
    expect(await held(tablet)).toEqual(['0.2.0']);

    await other.sync();
    tablet.line = ({ path }) => (path.startsWith('/checklists/') ? 'lost' : 'through');
    expect(await tablet.sync()).toBe(false);
    tablet.line = () => 'through';
    expect(await tablet.sync()).toBe(true);
    expect(await held(tablet)).toEqual(['0.1.0', '0.2.0']);

    // One that the server does not know is not asked for at each round.
    const asked: string[] = [];
    tablet.line = ({ path }) => {
      asked.push(path);
      return 'through';
    };
    await tablet.sync();
    expect(asked.filter((path) => path.startsWith('/checklists/'))).toEqual([]);
  });

  it('the newest stays also while no action names it', async () => {
    const { tablet } = await setUp();
    await names(tablet, '0.2.0');
    await names(tablet, '0.1.0');
    expect(await held(tablet)).toEqual(['0.1.0', '0.2.0']);
  });
});
