/** Where the files of the map lie in the browser's own file system, and how a page opens one. */
export const FOLDER = 'maps';

/** The archive, read piece by piece as the map asks for it; null when it is gone. */
export async function openMap(file: string): Promise<File | null> {
  try {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(FOLDER);
    return await (await folder.getFileHandle(file)).getFile();
  } catch {
    return null;
  }
}
