/** Ids that two tablets find alike without asking each other (docs/format.md § 4). */
import type { DataClass, Uuid } from '../types/ids';
import { uuid5 } from './uuids';

/** Throws RangeError when a part contains `|`: two lists of parts would give one name. */
export function derive(...parts: string[]): Uuid {
  if (parts.some((part) => part.includes('|'))) throw new RangeError('a part of a derived id contains |');
  return uuid5(parts.join('|'));
}

/** The dossier of a planned visit. */
export function dossierId(target: Uuid): Uuid {
  return derive('dossier', target);
}

/** The one filling of a list that exists once per visit; a list of another class than `team` has one per agency. */
export function instanceId(dossier: Uuid, checklist: string, dataClass: DataClass, agency: Uuid): Uuid {
  return dataClass === 'team'
    ? derive('instance', dossier, checklist)
    : derive('instance', dossier, checklist, agency);
}

export function answerId(instance: Uuid, question: string): Uuid {
  return derive('answer', instance, question);
}

/** The finding that a rule on an answer proposes to one agency. */
export function findingId(answer: Uuid, rule: string, agency: Uuid): Uuid {
  return derive('finding', answer, rule, agency);
}

/** `rule` is empty for a free finding. */
export function followUpId(finding: Uuid, rule: string, receiver: Uuid, action: string): Uuid {
  return derive('follow-up', finding, rule, receiver, action);
}
