/** Arriving at a visit: time and place are recorded; far from the address the person is asked first. */
import { record, type OperationId, type TodayVisit } from '$core';
import { toPlace, type Fix } from '$app/place/position';
import { metresBetween } from '$ui/place-map/project';

/** A starting value: further off than this one is asked (ux § 5). */
export const FAR_METRES = 300;

/** Metres from the site; null when either place is unknown. */
export function metresFrom(visit: TodayVisit, fix: Fix | null): number | null {
  if (fix === null || visit.site === null) return null;
  return metresBetween(fix, { lon: Number(visit.site.lon), lat: Number(visit.site.lat) });
}

/** Surely further than allowed: the fix's own inaccuracy counts for the person. */
export function isFar(visit: TodayVisit, fix: Fix | null): boolean {
  const metres = metresFrom(visit, fix);
  return metres !== null && fix !== null && metres - fix.accuracy > FAR_METRES;
}

export function recordArrival(visit: TodayVisit, fix: Fix | null): Promise<OperationId> {
  return record('visit.state', {
    dossier: visit.dossier,
    fields: { state: 'arrived', reason: null },
    place: fix === null ? null : toPlace(fix),
  });
}
