/** Where things were recorded on this visit: the site itself, findings, and their distance from each other. */
import type { DossierView, FindingView } from '$core';
import type { Place } from '$ui/place-map/place';
import { metresBetween, type Point } from '$ui/place-map/project';
import { standing } from '../findings/order';

export interface Spot extends Place {
  finding: FindingView;
  /** Metres from the site's own point; null when it has none. */
  metres: number | null;
}

/** Standing findings that have a place: their own, else that of their first photo. Numbered as in the list. */
export function spotsOf(view: DossierView): Spot[] {
  const site = sitePoint(view);
  return view.findings
    .filter((finding) => standing(finding) === 'stands')
    .flatMap((finding) => {
      const place =
        finding.register.current?.place ?? finding.evidence.find(({ value }) => value.place)?.value.place;
      return place ? [{ finding, place }] : [];
    })
    .map(({ finding, place }, index): Spot => {
      const point = { lon: Number(place.lon), lat: Number(place.lat) };
      return {
        ...point,
        id: finding.entity,
        sign: String(index + 1),
        kind: 'point',
        accuracy: place.accuracy === null ? null : Number(place.accuracy),
        finding,
        metres: site === null ? null : metresBetween(site, point),
      };
    });
}

export function sitePoint({ site }: DossierView): Point | null {
  return site === null ? null : { lon: site.lon, lat: site.lat };
}
