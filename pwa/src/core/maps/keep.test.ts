import { describe, expect, it } from 'vitest';
import { Broken, forget, keep, keptOf, type Shelf, type Source } from './keep';

const sha = async (bytes: Uint8Array<ArrayBuffer>) =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((one) => one.toString(16).padStart(2, '0'))
    .join('');

function memoryShelf() {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const get = (file: string) => files.get(file) ?? new Uint8Array();
  const shelf: Shelf = {
    list: () => Promise.resolve([...files.keys()]),
    size: (file) => Promise.resolve(get(file).length),
    append: (file, bytes) => {
      files.set(file, Uint8Array.from([...get(file), ...bytes]));
      return Promise.resolve();
    },
    sha256: (file) => sha(get(file)),
    rename: (from, to) => {
      files.set(to, get(from));
      files.delete(from);
      return Promise.resolve();
    },
    remove: (file) => {
      files.delete(file);
      return Promise.resolve();
    },
  };
  return { files, shelf };
}

/** A server that gives four bytes at a time, and of whose parts the ones at `cut` never arrive. */
async function serving(content: number[], cut: Set<number> = new Set()) {
  const bytes = Uint8Array.from(content);
  const asked: number[] = [];
  const info = { bytes: bytes.length, sha256: await sha(bytes) };
  const source: Source = {
    info: () => Promise.resolve(info),
    part: (_name, first) => {
      asked.push(first);
      if (cut.delete(first)) return Promise.reject(new TypeError('network'));
      return Promise.resolve(bytes.slice(first, first + 4));
    },
  };
  return { source, asked, info };
}

const quiet = () => undefined;
const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, i) => i + from);

describe('an archive of the map', () => {
  it('is whole once every byte is here and right', async () => {
    const { files, shelf } = memoryShelf();
    const { source } = await serving(numbers(10));
    const heard: number[] = [];
    await keep('base', shelf, source, (done) => heard.push(done));
    expect(heard).toEqual([0, 4, 8]);
    const [kept] = keptOf([...files.keys()]);
    expect(kept?.name).toBe('base');
    expect([...(files.get(kept?.file ?? '') ?? [])]).toEqual(numbers(10));
  });

  it('goes on where it broke off, and is not shown before it is whole', async () => {
    const { files, shelf } = memoryShelf();
    const { source, asked } = await serving(numbers(10), new Set([8]));
    await expect(keep('base', shelf, source, quiet)).rejects.toThrow('network');
    expect(keptOf([...files.keys()])).toEqual([]);
    await keep('base', shelf, source, quiet);
    expect(asked).toEqual([0, 4, 8, 8]);
    expect(keptOf([...files.keys()])).toHaveLength(1);
  });

  it('that is not what the server said is thrown away', async () => {
    const { files, shelf } = memoryShelf();
    const { source, info } = await serving(numbers(10));
    info.sha256 = 'f'.repeat(64);
    await expect(keep('base', shelf, source, quiet)).rejects.toThrow(Broken);
    expect([...files.keys()]).toEqual([]);
  });

  it('that ends early is thrown away instead of asked for ever', async () => {
    const { files, shelf } = memoryShelf();
    const { source, info } = await serving(numbers(10));
    info.bytes = 20;
    await expect(keep('base', shelf, source, quiet)).rejects.toThrow(Broken);
    expect([...files.keys()]).toEqual([]);
  });

  it('stays in use until the newer one is whole, and goes then', async () => {
    const { files, shelf } = memoryShelf();
    await keep('base', shelf, (await serving(numbers(10))).source, quiet);
    const [old] = [...files.keys()];
    const newer = await serving(numbers(10, 50), new Set([4]));
    await expect(keep('base', shelf, newer.source, quiet)).rejects.toThrow();
    expect(keptOf([...files.keys()]).map(({ file }) => file)).toEqual([old]);
    await keep('base', shelf, newer.source, quiet);
    expect([...files.keys()]).toHaveLength(1);
    expect([...files.keys()]).not.toContain(old);
  });

  it('that the server no longer has goes too, and no other with it', async () => {
    const { files, shelf } = memoryShelf();
    await keep('base', shelf, (await serving(numbers(5))).source, quiet);
    await keep('pack-a', shelf, (await serving(numbers(6))).source, quiet);
    await keep(
      'pack-a',
      shelf,
      { info: () => Promise.resolve(null), part: () => Promise.reject(new Error()) },
      quiet,
    );
    expect(keptOf([...files.keys()]).map(({ name }) => name)).toEqual(['base']);
    await forget('base', shelf);
    expect(files.size).toBe(0);
  });
});
