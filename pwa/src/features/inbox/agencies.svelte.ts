/** Agencies by id, read once: their chips stand on every row. Without them a row still says everything in words. */
import { inbox, type Agency } from '$core';

let known = $state.raw<ReadonlyMap<string, Agency>>(new Map());
let asked = false;

export const agencies = {
  get current(): ReadonlyMap<string, Agency> {
    return known;
  },
};

export async function loadAgencies(): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    known = new Map((await inbox.readAgencies()).map((agency) => [agency.id, agency]));
  } catch {
    asked = false;
  }
}
