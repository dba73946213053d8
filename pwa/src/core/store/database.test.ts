/** The contract of the store, over every database that keeps it. */
import { IDBDatabase, IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { DATABASES } from '../testing/databases';
import { StoreFull, type Database } from './database';
import { openDevice } from './indexed';
import type { DraftRow, PhotoRow, SignerRow } from './rows';
import { LATEST, STEPS } from './schema';

const draft = (key: string, dossier = 'd', at = 1): DraftRow => ({
  part: 'p',
  key,
  dossier,
  at,
  body: { form: 'plain', json: '{}' },
});

describe.each(DATABASES)('%s', (_, open) => {
  it('gives back what was put, and nothing for what was not', async () => {
    const store = open();
    await store.write(['drafts'], ({ drafts }) => drafts.put(draft('a')));
    const [found, none] = await store.read(['drafts'], ({ drafts }) =>
      drafts.getAll([
        ['p', 'a'],
        ['p', 'b'],
      ]),
    );
    expect(found).toEqual(draft('a'));
    expect(none).toBeUndefined();
  });

  it('finds rows by an index of several columns, and by no other', async () => {
    const store = open();
    const rows = [draft('a', 'one'), draft('b', 'two'), draft('c', 'one')];
    await store.write(['drafts'], ({ drafts }) => drafts.putAll(rows));
    const found = await store.read(['drafts'], async ({ drafts }) => ({
      rows: await drafts.by('part+dossier', ['p', 'one']),
      count: await drafts.countBy('part', 'p'),
    }));
    expect(found.rows.map(({ key }) => key).sort()).toEqual(['a', 'c']);
    expect(found.count).toBe(3);
    await expect(store.read(['drafts'], ({ drafts }) => drafts.by('at', 1))).rejects.toThrow();
  });

  it('a put replaces what had the key', async () => {
    const store = open();
    await store.write(['drafts'], ({ drafts }) => drafts.putAll([draft('a', 'd', 1), draft('a', 'd', 2)]));
    expect(await all(store)).toEqual([draft('a', 'd', 2)]);
  });

  it('deletes one, and all of an index', async () => {
    const store = open();
    await store.write(['drafts'], ({ drafts }) =>
      drafts.putAll([draft('a', 'x'), draft('b', 'x'), draft('c', 'y')]),
    );
    await store.write(['drafts'], async ({ drafts }) => {
      await drafts.delete(['p', 'c']);
      await drafts.deleteBy('part+dossier', ['p', 'x']);
    });
    expect(await all(store)).toEqual([]);
  });

  it('a transaction that fails leaves nothing', async () => {
    const store = open();
    await store.write(['drafts'], ({ drafts }) => drafts.put(draft('before')));
    const failing = store.write(['drafts'], async ({ drafts }) => {
      await drafts.put(draft('after'));
      await drafts.delete(['p', 'before']);
      throw new Error('the power went');
    });
    await expect(failing).rejects.toThrow('the power went');
    expect((await all(store)).map(({ key }) => key)).toEqual(['before']);
  });

  it('two transactions on one row come one after the other', async () => {
    const store = open();
    const increase = () =>
      store.write(['meta'], async ({ meta }) => {
        const value = ((await meta.get('sequence'))?.value as number | undefined) ?? 0;
        await meta.put({ key: 'sequence', value: value + 1 });
      });
    await Promise.all(Array.from({ length: 20 }, increase));
    expect((await store.read(['meta'], ({ meta }) => meta.get('sequence')))?.value).toBe(20);
  });

  it('a row that was read is a copy: changing it changes nothing', async () => {
    const store = open();
    await store.write(['drafts'], ({ drafts }) => drafts.put(draft('a')));
    const [row] = await all(store);
    if (row) row.dossier = 'other';
    expect((await all(store))[0]?.dossier).toBe('d');
  });

  it('keeps bytes as they are', async () => {
    const store = open();
    const photo: PhotoRow = { entity: 'e', data: new Uint8Array([0, 255, 13, 10]).buffer };
    await store.write(['photos'], ({ photos }) => photos.put(photo));
    const found = await store.read(['photos'], ({ photos }) => photos.get('e'));
    expect([...new Uint8Array(found?.data ?? new ArrayBuffer(0))]).toEqual([0, 255, 13, 10]);
  });

  it('keeps a key that cannot be taken out, and it still signs', async () => {
    const store = open();
    const { privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
      'sign',
      'verify',
    ]);
    const row = { id: 's', part: 'p', privateKey } as SignerRow;
    await store.write(['signers'], ({ signers }) => signers.put(row));
    const kept = (await store.read(['signers'], ({ signers }) => signers.get('s')))?.privateKey;
    expect(kept?.extractable).toBe(false);
    const signature = await crypto.subtle.sign(
      { name: 'ECDSA', hash: 'SHA-256' },
      kept as CryptoKey,
      new Uint8Array([1]),
    );
    expect(signature.byteLength).toBe(64);
  });
});

describe('on the device', () => {
  const open = (factory = new IDBFactory()) => openDevice('glashelder', factory);

  it('every writing transaction is strict', async () => {
    const store = open();
    const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await store.open();
    begun.mockClear();
    for (const name of Object.keys(LATEST) as (keyof typeof LATEST)[]) {
      await store.write([name], (tables) => tables[name].delete(LATEST[name].key.map(() => 'x')));
    }
    const modes = begun.mock.calls.map(
      ([, mode, options]) => `${mode} ${(options as { durability?: string }).durability}`,
    );
    begun.mockRestore();
    expect(modes).toEqual(Object.keys(LATEST).map(() => 'readwrite strict'));
  });

  it('awaiting WebCrypto inside a transaction fails here, so that it cannot slip into the store', async () => {
    const store = open();
    const work = store.write(['meta'], async ({ meta }) => {
      await meta.get('sequence');
      await crypto.subtle.digest('SHA-256', new Uint8Array(64_000_000));
      await meta.put({ key: 'sequence', value: 1 });
    });
    await expect(work).rejects.toThrow();
  });

  it('says that the device is full, and keeps what was there', async () => {
    const store = open();
    await store.write(['drafts'], ({ drafts }) => drafts.put(draft('before')));
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(store.write(['drafts'], ({ drafts }) => drafts.put(draft('after')))).rejects.toBeInstanceOf(
      StoreFull,
    );
    await expect(
      store.write(['drafts'], ({ drafts }) => drafts.putAll([draft('b'), draft('c')])),
    ).rejects.toBeInstanceOf(StoreFull);
    vi.restoreAllMocks();
    expect((await all(store)).map(({ key }) => key)).toEqual(['before']);
  });

  it('is found again after the browser was closed', async () => {
    const factory = new IDBFactory();
    const before = open(factory);
    await before.write(['drafts'], ({ drafts }) => drafts.put(draft('a')));
    before.close();
    expect((await all(open(factory))).map(({ key }) => key)).toEqual(['a']);
  });

  it('opens anew after the browser once refused to', async () => {
    const factory = new IDBFactory();
    const refused = vi.spyOn(factory, 'open').mockImplementationOnce(() => {
      throw new DOMException('not now', 'SecurityError');
    });
    const store = open(factory);
    await expect(all(store)).rejects.toThrow('not now');
    expect(await all(store)).toEqual([]);
    refused.mockRestore();
  });

  it('photos are never read all at once', async () => {
    await expect(open().read(['photos'], ({ photos }) => photos.all())).rejects.toThrow('all at once');
  });
});

it('a step of the schema only adds: old code opens a newer database without an error', () => {
  STEPS.slice(1).forEach((step, i) => {
    for (const [name, shape] of Object.entries(STEPS[i] ?? {})) {
      const later = step[name as keyof typeof step];
      expect(later.key).toEqual(shape.key);
      expect(later.indexes.map((index) => index.join())).toEqual(
        expect.arrayContaining(shape.indexes.map((index) => index.join())),
      );
    }
  });
  expect(STEPS.at(-1)).toEqual(LATEST);
});

async function all(store: Database): Promise<DraftRow[]> {
  return store.read(['drafts'], ({ drafts }) => drafts.all());
}
