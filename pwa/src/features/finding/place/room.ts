/** The room last used on a visit, offered for the next finding while it is likely that one still stands there. */
export interface RoomUse {
  dossier: string;
  room: string;
  /** Milliseconds. */
  at: number;
}

/** How many rooms are offered again. */
export const OFFERED_FOR_MS = 15 * 60_000;
const SHOWN = 6;

/** The room to fill in without being asked, or empty. */
export function likelyRoom(uses: RoomUse[], dossier: string, now: number): string {
  const last = uses.filter((use) => use.dossier === dossier).sort((a, b) => b.at - a.at)[0];
  return last && now - last.at <= OFFERED_FOR_MS ? last.room : '';
}

/** Rooms named on this visit, the last first. */
export function rooms(uses: RoomUse[], dossier: string): string[] {
  const own = uses.filter((use) => use.dossier === dossier).sort((a, b) => b.at - a.at);
  return [...new Set(own.map((use) => use.room))].slice(0, SHOWN);
}

export function used(uses: RoomUse[], dossier: string, room: string, now: number): RoomUse[] {
  if (!room.trim()) return uses;
  const others = uses.filter((use) => use.dossier !== dossier || use.room !== room.trim());
  return [{ dossier, room: room.trim(), at: now }, ...others].slice(0, 100);
}
