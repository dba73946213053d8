/** What was skipped, and the answers that closed it: "2 vragen overgeslagen: volgen uit BRA-06 en BRA-08". */
import { i18n } from '$app/i18n';
import * as m from '$paraglide/messages.js';

/** Null when nothing was skipped; questions that only wait for an answer are not told. */
export function skippedWords(skipped: ReadonlyMap<string, readonly string[]>): string | null {
  const closed = [...skipped.values()].filter((causes) => causes.length > 0);
  if (closed.length === 0) return null;
  const causes = [...new Set(closed.flat())];
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(causes);
  return m.checklist_skipped({ count: closed.length, causes: list });
}
