/** The address of a site in one line. */
import type { Site } from '$core';
import type { Point } from '$ui/place-map/project';

export const siteLine = ({ address, town }: Site): string => (town === '' ? address : `${address}, ${town}`);

/** Rings of the plot, from a GeoJSON polygon or multipolygon; null when there is none. */
export function plotOf(site: Site | null): Point[][] | null {
  const plot = site?.plot as { type?: string; coordinates?: unknown } | null | undefined;
  if (!plot || !Array.isArray(plot.coordinates)) return null;
  const rings =
    plot.type === 'Polygon'
      ? (plot.coordinates as number[][][])
      : (plot.coordinates as number[][][][]).flat();
  return rings.map((ring) => ring.map(([lon = 0, lat = 0]) => ({ lon, lat })));
}
