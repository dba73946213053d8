/** The rows of the sync centre: items by visit, answers to one list that stand alike as one row. */
import type { OutboxItem } from '$core';

export interface Row {
  key: string;
  items: OutboxItem[];
  first: OutboxItem;
}

export interface Visit {
  dossier: string;
  label: string;
  rows: Row[];
}

/** In order of the latest item; within a visit too. */
export function visitsOf(items: readonly OutboxItem[]): Visit[] {
  const visits = new Map<string, Visit>();
  for (const item of items) {
    const visit = visits.get(item.dossier) ?? { dossier: item.dossier, label: item.dossierLabel, rows: [] };
    visits.set(item.dossier, visit);
    const key = item.kind === 'answer.set' ? `${item.details.checklist ?? ''}|${item.stage}` : item.id;
    const row = visit.rows.find((one) => one.key === key);
    if (row) row.items.push(item);
    else visit.rows.push({ key, items: [item], first: item });
  }
  return [...visits.values()];
}

/** What asks for a person: refused, broken off, or set aside and neither written again nor taken back. */
export function attentionOf(items: readonly OutboxItem[]): OutboxItem[] {
  return items.filter(
    ({ stage, reissuedBy, withdrawn }) =>
      stage === 'failed' || (stage === 'set-aside' && reissuedBy === null && !withdrawn),
  );
}
