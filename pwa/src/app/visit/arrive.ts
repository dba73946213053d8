/** Arriving at a visit: time and place are recorded; far from the address the person is asked first. */
import { record, type OperationId, type Site, type Uuid } from '$core';
import { toPlace, type Fix } from '$app/place/position';
import { metresBetween } from '$ui/place-map/project';

/** A starting value: further off than this one is asked. */
export const FAR_METRES = 300;

/** Metres from the site; null when either place is unknown. */
export function metresFrom(site: Site | null, fix: Fix | null): number | null {
  if (fix === null || site === null) return null;
  return metresBetween(fix, { lon: site.lon, lat: site.lat });
}

/** Surely further than allowed: the fix's own inaccuracy counts for the person. */
export function isFar(site: Site | null, fix: Fix | null): boolean {
  const metres = metresFrom(site, fix);
  return metres !== null && fix !== null && metres - fix.accuracy > FAR_METRES;
}

export function recordArrival(dossier: Uuid, fix: Fix | null): Promise<OperationId> {
  return record('visit.state', {
    dossier,
    fields: { state: 'arrived', reason: null },
    place: fix === null ? null : toPlace(fix),
  });
}
