/** Severity is shape and word; the colour only helps. The order is from worst to least. */
import * as m from '$paraglide/messages.js';

export const severities = ['critical', 'serious', 'moderate', 'minor'] as const;
export type Severity = (typeof severities)[number];

const names: Record<Severity, () => string> = {
  critical: m.ui_severity_critical,
  serious: m.ui_severity_serious,
  moderate: m.ui_severity_moderate,
  minor: m.ui_severity_minor,
};

export const severityWord = (severity: Severity) => names[severity]();

/** For sorting: the worst first. */
export const bySeverity = (a: Severity, b: Severity) => severities.indexOf(a) - severities.indexOf(b);
