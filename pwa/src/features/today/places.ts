/** The day on the plain map: each visit that has a site, and where the device is. */
import type { TodayView } from '$core';
import type { Fix } from '$app/place/position';
import type { Place } from '$ui/place-map/place';
import { rowState } from '$app/visit/moment';

export function placesOf(view: TodayView, fix: Fix | null): Place[] {
  const visits = view.visits.flatMap((visit): Place[] => {
    if (visit.site === null) return [];
    const state = rowState(visit, view.next);
    const kind =
      state === 'here' ? 'next' : state === 'suspended' ? 'alarm' : state === 'skipped' ? 'planned' : state;
    const sign = state === 'suspended' ? '!' : visit.unplanned ? '+' : String(visit.order);
    return [{ id: visit.dossier, sign, kind, lon: visit.site.lon, lat: visit.site.lat }];
  });
  if (fix === null) return visits;
  return [...visits, { id: 'own', sign: '', kind: 'own', ...fix }];
}
