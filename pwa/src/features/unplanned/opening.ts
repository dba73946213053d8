/** From what a person sees next door to an opened dossier: two operations in one transaction, so that one is at it at once. */
import { newId, recordAll, type Place, type TodayVisit } from '$core';

export interface Form {
  label: string;
  reason: string;
  place: Place | null;
}

export type Missing = 'label' | 'reason' | 'place';

export function missing({ label, reason, place }: Form): Missing[] {
  const list: Missing[] = [];
  if (label.trim() === '') list.push('label');
  if (reason.trim() === '') list.push('reason');
  if (place === null) list.push('place');
  return list;
}

/** Without a position: the place of a visit nearby, with an honest accuracy. */
export function nearVisit({ site }: TodayVisit): Place | null {
  if (site === null) return null;
  return { lon: decimal(site.lon), lat: decimal(site.lat), accuracy: '250' };
}

/** Opens it and arrives; the dossier's id. Throws RecordError. */
export async function openUnplanned(form: Form, team: { id: string; action: string }): Promise<string> {
  const dossier = newId();
  const place = form.place;
  const fields = {
    action: team.action,
    team: team.id,
    site: null,
    label: form.label.trim(),
    reason: form.reason.trim(),
  };
  await recordAll([
    ['dossier.open', { dossier, fields, place }],
    ['visit.state', { dossier, fields: { state: 'arrived', reason: null }, place }],
  ]);
  return dossier;
}

/** Seven digits are a centimetre; no zeros at the end. */
function decimal(value: number): string {
  return value.toFixed(7).replace(/\.?0+$/, '');
}
