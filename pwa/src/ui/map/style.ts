/**
 * How the map is drawn: the country far away and over-zoomed below, the detail of packs above it, in the colours of the
 * present mode. Layers and kinds are those of Protomaps' basemap.
 */
import type { FeatureCollection } from 'geojson';
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';

export const COLOURS = [
  'land',
  'glass',
  'glass-line',
  'map-built',
  'map-water',
  'map-road',
  'map-road-edge',
  'map-border',
  'map-label',
  'surface',
  'primary',
  'sun',
  'ink',
  'line',
] as const;
export type Colours = Record<(typeof COLOURS)[number], string>;

/** An archive that the map reads: the name it is registered under. */
export interface Archives {
  base: string | null;
  packs: readonly string[];
}

export const FONT = 'Atkinson Hyperlegible Next';
/** From here on the detail of packs is drawn. */
export const DETAIL_FROM = 12;

/** A point of every greenhouse pattern: where no pack lies, the ground is hatched. */
export const HATCH = 'hatch';

export function styleOf(archives: Archives, colours: Colours, font: string): StyleSpecification {
  const sources: StyleSpecification['sources'] = {
    nowhere: { type: 'geojson', data: empty() },
    plots: { type: 'geojson', data: empty() },
    route: { type: 'geojson', data: empty() },
    accuracy: { type: 'geojson', data: empty() },
  };
  if (archives.base !== null) sources.base = { type: 'vector', url: `pmtiles://${archives.base}` };
  archives.packs.forEach(
    (pack, at) => (sources[packSource(at)] = { type: 'vector', url: `pmtiles://${pack}` }),
  );
  return {
    version: 8,
    sources,
    'font-faces': { [FONT]: font },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': colours['map-water'] } },
      ...(archives.base === null ? [] : country(colours)),
      {
        id: 'nowhere',
        type: 'fill',
        source: 'nowhere',
        minzoom: DETAIL_FROM,
        paint: { 'fill-pattern': HATCH },
      },
      ...archives.packs.flatMap((_, at) => detail(packSource(at), colours)),
      ...own(colours),
      ...(archives.base === null ? [] : labels(colours)),
    ],
  };
}

export const packSource = (at: number) => `pack-${String(at)}`;

export const empty = (): FeatureCollection => ({ type: 'FeatureCollection', features: [] });

function country(colours: Colours): LayerSpecification[] {
  const source = 'base';
  return [
    fill('land', source, 'earth', colours.land),
    { ...fill('towns', source, 'landuse', colours['map-built']), maxzoom: DETAIL_FROM },
    { ...fill('lakes', source, 'water', colours['map-water']), filter: ['==', ['geometry-type'], 'Polygon'] },
    {
      id: 'rivers',
      type: 'line',
      source,
      'source-layer': 'water',
      filter: ['==', ['geometry-type'], 'LineString'],
      paint: { 'line-color': colours['map-water'], 'line-width': zoomed(7, 1, 14, 8) },
    },
    {
      id: 'borders',
      type: 'line',
      source,
      'source-layer': 'boundaries',
      paint: {
        'line-color': colours['map-border'],
        'line-width': ['match', ['get', 'kind'], 'region', 1.6, 0.8],
        'line-dasharray': [4, 3],
      },
    },
  ];
}

function detail(source: string, colours: Colours): LayerSpecification[] {
  const road = { type: 'line', source, 'source-layer': 'roads', layout: { 'line-cap': 'round' } } as const;
  return [
    fill(`${source}-built`, source, 'landuse', colours['map-built']),
    {
      ...road,
      id: `${source}-road-edge`,
      paint: { 'line-color': colours['map-road-edge'], 'line-width': zoomed(12, 3, 17, 16) },
    },
    {
      ...road,
      id: `${source}-road`,
      paint: { 'line-color': colours['map-road'], 'line-width': zoomed(12, 1.6, 17, 13) },
    },
    fill(`${source}-glass`, source, 'buildings', colours.glass),
    {
      id: `${source}-glass-line`,
      type: 'line',
      source,
      'source-layer': 'buildings',
      paint: { 'line-color': colours['glass-line'], 'line-width': 0.9 },
    },
  ];
}

function own(colours: Colours): LayerSpecification[] {
  const route = {
    type: 'line',
    source: 'route',
    layout: { 'line-join': 'round', 'line-cap': 'round' },
  } as const;
  return [
    {
      id: 'plot',
      type: 'fill',
      source: 'plots',
      paint: { 'fill-color': colours.sun, 'fill-opacity': 0.55 },
    },
    { id: 'plot-line', type: 'line', source: 'plots', paint: { 'line-color': colours.ink, 'line-width': 2 } },
    { ...route, id: 'route-edge', paint: { 'line-color': colours.surface, 'line-width': 8 } },
    {
      ...route,
      id: 'route-done',
      filter: ['==', ['get', 'done'], true],
      paint: { 'line-color': colours.primary, 'line-width': 4, 'line-dasharray': [0.1, 2] },
    },
    {
      ...route,
      id: 'route',
      filter: ['==', ['get', 'done'], false],
      paint: { 'line-color': colours.primary, 'line-width': 4 },
    },
    {
      id: 'accuracy',
      type: 'fill',
      source: 'accuracy',
      paint: { 'fill-color': colours.primary, 'fill-opacity': 0.16 },
    },
  ];
}

function labels(colours: Colours): LayerSpecification[] {
  return [
    {
      id: 'places',
      type: 'symbol',
      source: 'base',
      'source-layer': 'places',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [FONT],
        'text-size': zoomed(6, 12, 13, 17),
        'symbol-sort-key': ['-', 0, ['get', 'population_rank']],
      },
      paint: {
        'text-color': colours['map-label'],
        'text-halo-color': colours.land,
        'text-halo-width': 2,
      },
    },
  ];
}

const fill = (id: string, source: string, layer: string, colour: string): FillOf => ({
  id,
  type: 'fill',
  source,
  'source-layer': layer,
  paint: { 'fill-color': colour },
});
type FillOf = Extract<LayerSpecification, { type: 'fill' }>;

const zoomed = (from: number, small: number, to: number, large: number) =>
  ['interpolate', ['exponential', 1.4], ['zoom'], from, small, to, large] as unknown as number;
