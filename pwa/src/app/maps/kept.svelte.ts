/** The archives of the map as screens show them; `begin` asks for those of the day. */
import { maps, type TodayView } from '$core';

let state = $state.raw<maps.MapsState | null>(null);
maps.followMaps((next) => (state = next));

export const keptMaps = {
  /** Null: not known yet. */
  get state(): maps.MapsState | null {
    return state;
  },
  /** Everything that this day's map needs is here. */
  ready(view: TodayView): boolean {
    const here = state?.kept.map(({ name }) => name) ?? [];
    return namesOf(view).every((name) => here.includes(name));
  },
};

/** Ask for the country and for the pack of the day's action. */
export function keepMapsOf(view: TodayView, person: string): void {
  maps.keepMaps({ names: namesOf(view), person });
}

function namesOf({ action }: TodayView): maps.MapName[] {
  return action === null ? ['base'] : ['base', `pack-${action.id}`];
}
