/**
 * What is typed and not yet recorded, kept on this device at every keystroke. It is a form, which the core never freezes by
 * itself: a finding is recorded by "Leg vast" alone.
 */
import { discardDraft, type Draft, saveDraft } from '$core';
import type { Place } from '$core';
import type { Form } from './form';

export interface Unfinished {
  typed: Partial<Form>;
  /** Entity of the proposal chosen, null for none, undefined for what the address says. */
  about: string | null | undefined;
  chosen: Place | null;
  photos: string[];
}

export function keyFor(dossier: string, query: URLSearchParams): string {
  return `finding|${dossier}|${query.get('proposal') ?? query.get('what') ?? 'new'}`;
}

export async function keepUnfinished(key: string, dossier: string, unfinished: Unfinished): Promise<void> {
  const fields = { unfinished } as unknown as Draft<'finding.add'>['fields'];
  await saveDraft({ key, kind: 'finding.add', dossier, fields, form: true });
}

export function unfinishedIn(draft: Draft | null | undefined): Unfinished | null {
  return (draft?.fields as { unfinished?: Unfinished } | undefined)?.unfinished ?? null;
}

export async function forgetUnfinished(key: string): Promise<void> {
  await discardDraft(key);
}
