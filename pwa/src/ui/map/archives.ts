/** Archives on this device as the map's sources: registered once by their file's name, and read piece by piece. */
import { addProtocol } from 'maplibre-gl';
import { FileSource, PMTiles, Protocol } from 'pmtiles';

const protocol = new Protocol();
let added = false;

/** The name under which the style finds it. */
export function register(file: File): string {
  if (!added) addProtocol('pmtiles', protocol.tile);
  added = true;
  if (protocol.get(file.name) === undefined) protocol.add(new PMTiles(new FileSource(file)));
  return file.name;
}

/** West, south, east, north of what a pack holds. */
export async function boundsOfArchive(name: string): Promise<[number, number, number, number] | null> {
  const header = await protocol.get(name)?.getHeader();
  return header === undefined ? null : [header.minLon, header.minLat, header.maxLon, header.maxLat];
}
