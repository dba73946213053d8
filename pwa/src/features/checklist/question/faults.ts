/** What is wrong with a typed value, and how to mend it. */
import type { Question, ValueFault } from '$core/checklists';
import { i18n } from '$app/i18n';
import * as m from '$paraglide/messages.js';
import { fromDecimal } from '../inputs/decimal';

export function faultWords(question: Question, fault: ValueFault): string {
  const bound = (side: 'min' | 'max') => fromDecimal(question.bounds?.[side] ?? '', i18n.language);
  switch (fault) {
    case 'min':
      return m.checklist_fault_min({ bound: bound('min') });
    case 'max':
      return m.checklist_fault_max({ bound: bound('max') });
    case 'decimals':
      return question.decimals === 0
        ? m.checklist_fault_whole()
        : m.checklist_fault_decimals({ count: question.decimals });
    case 'length':
      return m.checklist_fault_length();
    case 'form':
      return question.type === 'number' ? m.checklist_fault_number() : m.checklist_fault_form();
    default:
      return m.checklist_fault_form();
  }
}
