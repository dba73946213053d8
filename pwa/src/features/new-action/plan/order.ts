/** The order of the sites: by team, then by place in the team's route. Plain lists in, plain lists out. */

export interface Row {
  id: string;
  team: string | null;
}
export interface Lane {
  id: string;
  label: string;
}

/** By team in the order of the teams, those without one last; within a team as given. */
export function arranged<R extends Row>(rows: readonly R[], teams: readonly Lane[]): R[] {
  const lane = (row: R) => {
    const at = teams.findIndex(({ id }) => id === row.team);
    return at < 0 ? teams.length : at;
  };
  return [...rows].sort((one, other) => lane(one) - lane(other));
}

/** `B2`: the team's letter and the place in its route; empty without a team. */
export function placeOf(rows: readonly Row[], teams: readonly Lane[], id: string): string {
  const row = rows.find((one) => one.id === id);
  const team = teams.find((one) => one.id === row?.team);
  if (row === undefined || team === undefined) return '';
  return `${team.label}${rows.filter((one) => one.team === team.id).indexOf(row) + 1}`;
}

/** One place up (-1) or down (1); at the edge of a team into the next one. The same list when it is at an end. */
export function stepped<R extends Row>(
  rows: readonly R[],
  teams: readonly Lane[],
  id: string,
  by: -1 | 1,
): R[] {
  const sorted = arranged(rows, teams);
  const at = sorted.findIndex((row) => row.id === id);
  const row = sorted[at];
  if (row === undefined) return sorted;
  const neighbour = sorted[at + by];
  if (neighbour?.team === row.team) {
    sorted[at] = neighbour;
    sorted[at + by] = row;
    return sorted;
  }
  const lanes: (string | null)[] = [...teams.map((team) => team.id), null];
  const lane = lanes[lanes.indexOf(row.team) + by];
  return lane === undefined ? sorted : insert(sorted, teams, { ...row, team: lane }, by > 0 ? 0 : Infinity);
}

/** To the place that somebody typed: `B2`, `b` (last of B), nothing (no team). Null when there is no such team. */
export function moved<R extends Row>(
  rows: readonly R[],
  teams: readonly Lane[],
  id: string,
  typed: string,
): R[] | null {
  const row = rows.find((one) => one.id === id);
  const words = /^\s*(?<label>.*?)\s*(?<place>\d*)\s*$/u.exec(typed)?.groups;
  if (row === undefined || words === undefined) return null;
  if (typed.trim() === '') return insert(rows, teams, { ...row, team: null }, Infinity);
  const label = (words['label'] ?? '').toLocaleLowerCase();
  const team = teams.find((one) => one.label.toLocaleLowerCase() === label);
  if (team === undefined) return null;
  const place = words['place'] === '' ? Infinity : Math.max(Number(words['place']) - 1, 0);
  return insert(rows, teams, { ...row, team: team.id }, place);
}

/** Before another row, into its team; `null` drops it at the end of the list. */
export function dropped<R extends Row>(
  rows: readonly R[],
  teams: readonly Lane[],
  id: string,
  before: string | null,
): R[] {
  const row = rows.find((one) => one.id === id);
  const target = rows.find((one) => one.id === before);
  if (row === undefined || id === before) return arranged(rows, teams);
  if (target === undefined) {
    const last = arranged(rows, teams).at(-1);
    return insert(rows, teams, { ...row, team: last === undefined ? row.team : last.team }, Infinity);
  }
  const lane = arranged(rows, teams).filter((one) => one.team === target.team && one.id !== id);
  return insert(rows, teams, { ...row, team: target.team }, lane.indexOf(target));
}

/** Put a row at `place` (from 0) among those of its team. */
function insert<R extends Row>(rows: readonly R[], teams: readonly Lane[], row: R, place: number): R[] {
  const others = rows.filter((one) => one.id !== row.id);
  const lane = others.filter((one) => one.team === row.team);
  const rest = others.filter((one) => one.team !== row.team);
  lane.splice(Math.min(place, lane.length), 0, row);
  return arranged([...rest, ...lane], teams);
}
