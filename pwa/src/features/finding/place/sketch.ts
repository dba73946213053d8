/** A simple map: metres east and north of a middle point, drawn as SVG. For pointing out a place without map data. */

export interface View {
  lon: number;
  lat: number;
  metresPerPixel: number;
  width: number;
  height: number;
}

export interface Pixel {
  x: number;
  y: number;
}

/** Metres of one degree of latitude; near enough for the size of a yard (WGS 84, mean radius). */
const METRES_PER_DEGREE = 111_195;

export function toPixel(view: View, lon: number, lat: number): Pixel {
  const east = (lon - view.lon) * METRES_PER_DEGREE * Math.cos(radians(view.lat));
  const north = (lat - view.lat) * METRES_PER_DEGREE;
  return { x: view.width / 2 + east / view.metresPerPixel, y: view.height / 2 - north / view.metresPerPixel };
}

export function toLonLat(view: View, { x, y }: Pixel): { lon: number; lat: number } {
  const east = (x - view.width / 2) * view.metresPerPixel;
  const north = (view.height / 2 - y) * view.metresPerPixel;
  return {
    lon: view.lon + east / (METRES_PER_DEGREE * Math.cos(radians(view.lat))),
    lat: view.lat + north / METRES_PER_DEGREE,
  };
}

type Ring = [number, number][];

/** The outer rings of a GeoJSON polygon or multi-polygon (lon, lat); empty for anything else. */
export function ringsOf(plot: unknown): Ring[] {
  const shape = plot as { type?: string; coordinates?: unknown } | null;
  if (shape?.type === 'Polygon') return [(shape.coordinates as Ring[])[0] ?? []];
  if (shape?.type === 'MultiPolygon') return (shape.coordinates as Ring[][]).map((part) => part[0] ?? []);
  return [];
}

/** A view that holds the plot with some room around it, or 200 m around a point. */
export function viewOf(
  rings: Ring[],
  middle: { lon: number; lat: number },
  width: number,
  height: number,
): View {
  const points = rings.flat();
  if (!points.length) return { ...middle, metresPerPixel: 200 / Math.min(width, height), width, height };
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const lat = (south + north) / 2;
  const wide = (east - west) * METRES_PER_DEGREE * Math.cos(radians(lat));
  const high = (north - south) * METRES_PER_DEGREE;
  const metresPerPixel = Math.max(0.05, 1.3 * Math.max(wide / width, high / height));
  return { lon: (west + east) / 2, lat, metresPerPixel, width, height };
}

export function pathOf(view: View, rings: Ring[]): string {
  return rings
    .map((ring) => ring.map(([lon, lat]) => toPixel(view, lon, lat)))
    .map((ring) => `M${ring.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`)
    .join('');
}

/** A round length for the scale bar that takes at most a third of the width. */
export function scaleBar(view: View): { metres: number; pixels: number } {
  const most = (view.width / 3) * view.metresPerPixel;
  const ten = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((step) => step * ten).find((length) => length <= most) ?? ten;
  return { metres, pixels: metres / view.metresPerPixel };
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
