/** The findings as the dossier shows them: the worst first, then the latest; dismissed and withdrawn ones last. */
import type { FindingView } from '$core';
import { bySeverity, severities, type Severity } from '$ui/severity/severity';

export type Standing = 'stands' | 'dismissed' | 'withdrawn';

export function standing({ register, decision }: FindingView): Standing {
  if (register.values.length === 0) return 'withdrawn';
  return decision === 'dismiss' ? 'dismissed' : 'stands';
}

const order: Standing[] = ['stands', 'withdrawn', 'dismissed'];
const timeOf = ({ register }: FindingView) => register.current?.at ?? '';

export function inOrder(findings: readonly FindingView[]): FindingView[] {
  return findings.toSorted(
    (a, b) =>
      order.indexOf(standing(a)) - order.indexOf(standing(b)) ||
      Number(a.kind !== 'violation') - Number(b.kind !== 'violation') ||
      bySeverity(a.severity, b.severity) ||
      timeOf(b).localeCompare(timeOf(a)),
  );
}

/** How many violations stand, by severity; severities without any are left out. */
export function counts(findings: readonly FindingView[]): [Severity, number][] {
  const standingOnes = findings.filter((one) => standing(one) === 'stands' && one.kind === 'violation');
  return severities
    .map((severity): [Severity, number] => [
      severity,
      standingOnes.filter((one) => one.severity === severity).length,
    ])
    .filter(([, count]) => count > 0);
}
