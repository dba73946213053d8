/**
 * A flat picture of a few kilometres: longitude and latitude to pixels, north up, equal scale both ways.
 * Local equirectangular projection around the middle; over 20 km the error is below one pixel of this map.
 */
export interface Point {
  lon: number;
  lat: number;
}

export interface Picture {
  width: number;
  height: number;
  /** Pixels per metre. */
  scale: number;
  at: (point: Point) => { x: number; y: number };
}

const METRES_PER_DEGREE = 111_195;
/** One place alone still shows its surroundings. */
const LEAST_METRES = 160;

/** A picture of `width` × `height` in which all points lie, `margin` pixels from its edges. */
export function picture(points: readonly Point[], width: number, height: number, margin: number): Picture {
  const lats = points.map((point) => point.lat);
  const lons = points.map((point) => point.lon);
  const middle = {
    lon: (Math.min(...lons) + Math.max(...lons)) / 2,
    lat: (Math.min(...lats) + Math.max(...lats)) / 2,
  };
  const east = (lon: number) =>
    (lon - middle.lon) * METRES_PER_DEGREE * Math.cos((middle.lat * Math.PI) / 180);
  const north = (lat: number) => (lat - middle.lat) * METRES_PER_DEGREE;
  const across = Math.max(LEAST_METRES, 2 * Math.max(...lons.map((lon) => Math.abs(east(lon)))));
  const up = Math.max(LEAST_METRES, 2 * Math.max(...lats.map((lat) => Math.abs(north(lat)))));
  const scale = Math.min((width - 2 * margin) / across, (height - 2 * margin) / up);
  return {
    width,
    height,
    scale,
    at: (point) => ({ x: width / 2 + east(point.lon) * scale, y: height / 2 - north(point.lat) * scale }),
  };
}

/** Metres between two places on the sphere. */
export function metresBetween(a: Point, b: Point): number {
  const rad = Math.PI / 180;
  const dLat = (b.lat - a.lat) * rad;
  const dLon = (b.lon - a.lon) * rad;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * 6_371_000 * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** A round length of at most a quarter of the picture, for the scale bar: metres. */
export function scaleBar(picture: Picture): number {
  const most = picture.width / 4 / picture.scale;
  const power = 10 ** Math.floor(Math.log10(most));
  return [5, 2, 1].map((n) => n * power).find((n) => n <= most) ?? power;
}

/** Signs on one spot stand beside each other, `step` pixels apart, so that none hides another; in the order given. */
export function spread(spots: readonly { x: number; y: number }[], step: number): { x: number; y: number }[] {
  const placed: { x: number; y: number }[] = [];
  for (const { x, y } of spots) {
    let at = x;
    while (placed.some((other) => Math.hypot(other.x - at, other.y - y) < step * 0.8)) at += step;
    placed.push({ x: at, y });
  }
  return placed;
}
