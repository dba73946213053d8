/** Words around a proposal: how soon, how serious. */
import type { Severity } from '$core';
import * as m from '$paraglide/messages.js';

const SEVERITIES: Severity[] = ['critical', 'serious', 'moderate', 'minor'];

export function severities(): { value: Severity; label: string }[] {
  const names = {
    critical: m.ui_severity_critical,
    serious: m.ui_severity_serious,
    moderate: m.ui_severity_moderate,
    minor: m.ui_severity_minor,
  };
  return SEVERITIES.map((value) => ({ value, label: names[value]() }));
}

export function due(days: number): string {
  return days === 0 ? m.checklist_due_today() : m.checklist_due_days({ count: days });
}
