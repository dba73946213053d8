/**
 * "Wie ziet dit?": the sentences of `server/access/words.py`, by the kind of scope that a class of data goes to. Said before
 * something is recorded; a house test holds them equal to the server's, which a test there holds equal to the rules.
 */
import type { DataClass } from '$core';
import * as m from '$paraglide/messages.js';

type Home = 'joint' | 'agency' | 'class';

const RULES: Record<Home, (() => string)[]> = {
  joint: [m.words_reads_assigned_joint, m.words_reads_desk_joint, m.words_reads_lead_joint],
  agency: [m.words_reads_assigned_agency, m.words_reads_desk_agency],
  class: [m.words_reads_assigned_class, m.words_reads_desk_class],
};

const homeOf = (dataClass: DataClass): Home =>
  dataClass === 'team' ? 'joint' : dataClass === 'agency' ? 'agency' : 'class';

/** Whole sentences; outside the joint part the agency that they speak of goes before them. */
export function readersText(dataClass: DataClass, agency: string): string {
  const home = homeOf(dataClass);
  const sentences = RULES[home].map((sentence) => sentence()).join(' ');
  return home === 'joint' ? sentences : `${agency}: ${sentences}`;
}
