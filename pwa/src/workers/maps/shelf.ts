/** The files of the map in the browser's own file system; written through handles that append in place. */
import { createSHA256 } from 'hash-wasm';
import type { Shelf } from '$core/maps/keep';
import { FOLDER } from '$core/maps/files';

const BLOCK = 1_048_576;

export async function openShelf(): Promise<Shelf> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(FOLDER, { create: true });
  const open = async (file: string) =>
    (await folder.getFileHandle(file, { create: true })).createSyncAccessHandle();
  return {
    list: async () => {
      const names: string[] = [];
      for await (const name of folder.keys()) names.push(name);
      return names;
    },
    size: async (file) => {
      try {
        return (await (await folder.getFileHandle(file)).getFile()).size;
      } catch {
        return 0;
      }
    },
    append: async (file, bytes) => {
      const handle = await open(file);
      try {
        handle.write(bytes, { at: handle.getSize() });
        handle.flush();
      } finally {
        handle.close();
      }
    },
    sha256: async (file) => {
      const content = await (await folder.getFileHandle(file)).getFile();
      const hash = await createSHA256();
      for (let at = 0; at < content.size; at += BLOCK)
        hash.update(new Uint8Array(await content.slice(at, at + BLOCK).arrayBuffer()));
      return hash.digest('hex');
    },
    rename: async (from, to) => {
      const handle = (await folder.getFileHandle(from)) as FileSystemFileHandle & {
        move: (to: string) => Promise<void>;
      };
      await handle.move(to);
    },
    remove: (file) => folder.removeEntry(file),
  };
}
