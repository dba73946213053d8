/** From an address to a list in a version, and to the part of the visit it belongs to. */
import type { DossierView, InstanceView, ListPart, Person } from '$core';
import type { ChecklistContent } from '$core/checklists';

/** A filling stays on its version; a list by its code is opened in the version of the action. Null: not in this visit. */
export function wanted(
  view: DossierView,
  address: string,
  filling: InstanceView | null,
): { code: string; version: string } | null {
  if (filling !== null) return { code: filling.checklist, version: filling.version };
  const list = listsOf(view).find(({ checklist }) => checklist.code === address)?.checklist;
  if (list === undefined) return null;
  const begun = view.instances.find(({ checklist }) => checklist === list.code);
  const once = list.per === 'visit' || list.per === 'action';
  return { code: list.code, version: once && begun ? begun.version : list.version };
}

/** The part of this person: the joint one, else that of the own agency; of another's filling that of its agency. */
export function partOf(
  view: DossierView,
  list: ChecklistContent,
  person: Person | null,
  filling: InstanceView | null,
): ListPart | null {
  const parts = listsOf(view).filter(({ checklist }) => checklist.code === list.code);
  const agency = filling?.scope.startsWith('joint:') === false ? filling.scope.split(':').at(-1) : undefined;
  return (
    parts.find(({ owner }) => owner === null || owner.id === (agency ?? person?.agency.id)) ??
    parts[0] ??
    null
  );
}

function listsOf(view: DossierView): ListPart[] {
  return [...view.joint, ...view.parts.flatMap(({ lists }) => lists)];
}
