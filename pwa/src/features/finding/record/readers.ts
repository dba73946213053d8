/** "Wie ziet dit?": who will read what is about to be recorded, said before it is saved (access decides it on the server). */
import type { Agency, DataClass, DossierView, Person, ProposalView, ScopeChoice } from '$core/types';

export interface Readers {
  dataClass: DataClass;
  agencies: Agency[];
  /** The action's lead reads it too. */
  lead: boolean;
}

const CLASSES: DataClass[] = ['wpg', 'fiscal', 'victim', 'signal', 'private_shared'];

/** The scopes this person may choose from for something without a question: own agency first, then joint, then classes. */
export function choices(
  dossier: DossierView,
  person: Person | null,
): { scope: ScopeChoice; dataClass: DataClass }[] {
  const classes = CLASSES.filter((name) => person?.roles.includes(`class_${name}`)).map((dataClass) => ({
    scope: `class:${dossier.id}:${dataClass}:${person?.agency.id ?? ''}`,
    dataClass,
  }));
  return [{ scope: 'agency', dataClass: 'agency' }, { scope: 'joint', dataClass: 'team' }, ...classes];
}

export function classOf(scope: ScopeChoice, proposal: ProposalView | null): DataClass {
  if (proposal) return proposal.dataClass;
  if (scope === 'agency' || scope === 'joint') return scope === 'joint' ? 'team' : 'agency';
  return (CLASSES.find((name) => scope.split(':')[2] === name) ?? 'agency') satisfies DataClass;
}

export function readersOf(dataClass: DataClass, dossier: DossierView, person: Person | null): Readers {
  const team = dataClass === 'team';
  const own = person ? [person.agency] : [];
  return { dataClass, agencies: team ? dossier.agencies : own, lead: team };
}
