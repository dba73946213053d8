/** What stands on the map: stops of a route, each with its state by shape and fill, and where the device is. */
export type StopState = 'planned' | 'next' | 'done' | 'skipped' | 'alarm';

export interface Stop {
  id: string;
  /** On the pin: its number in the route, or + for an unplanned visit. */
  sign: string;
  /** Read aloud, and shown beside the pin where `named`. */
  name: string;
  label: string;
  state: StopState;
  named: boolean;
  lon: number;
  lat: number;
  /** Rings of its plot, lon/lat. */
  plot: [number, number][][] | null;
}

export interface Own {
  lon: number;
  lat: number;
  /** Metres. */
  accuracy: number;
}

/** A ring around a place at so many metres, as a polygon of 48 corners. */
export function disc({ lon, lat, accuracy }: Own): [number, number][] {
  const high = accuracy / 111_320;
  const wide = high / Math.cos((lat * Math.PI) / 180);
  return Array.from({ length: 49 }, (_, at) => {
    const turn = (at / 48) * 2 * Math.PI;
    return [lon + wide * Math.cos(turn), lat + high * Math.sin(turn)];
  });
}

/** West, south, east, north of these places. */
export function boundsOf(
  places: readonly { lon: number; lat: number }[],
): [number, number, number, number] | null {
  if (places.length === 0) return null;
  const lons = places.map(({ lon }) => lon);
  const lats = places.map(({ lat }) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
