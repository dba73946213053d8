/** The day's visits as stops of the map, in the order of the route. */
import type { TodayView } from '$core';
import { rowState, visitLabel, type RowState } from '$app/visit/moment';
import { plotOf } from '$app/visit/site';
import type { Stop, StopState } from '$ui/map/place';

const PINS: Record<RowState, StopState> = {
  here: 'next',
  next: 'next',
  suspended: 'alarm',
  done: 'done',
  skipped: 'skipped',
  planned: 'planned',
};
/** Names stand beside the pins of the next few alone, or they lie over each other. */
const NAMED = 3;

export function stopsOf(view: TodayView): Stop[] {
  let named = 0;
  return view.visits.flatMap((visit): Stop[] => {
    if (visit.site === null) return [];
    const state = rowState(visit, view.next);
    const open = state !== 'done' && state !== 'skipped';
    const { lon, lat } = visit.site;
    return [
      {
        id: visit.dossier,
        sign: state === 'suspended' ? '!' : visit.unplanned ? '+' : String(visit.order),
        name: visit.label,
        label: visitLabel(visit, state),
        state: PINS[state],
        named: open && named++ < NAMED,
        lon,
        lat,
        plot: plotOf(visit.site)?.map((ring) => ring.map((at) => [at.lon, at.lat])) ?? null,
      },
    ];
  });
}
