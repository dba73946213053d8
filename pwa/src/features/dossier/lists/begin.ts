/** Where a list is filled: the one filling of a visit under its derived id, else a new one with a label of its own. */
import { derivedId, newId, record, type ListPart, type Uuid } from '$core';
import { href } from '$app/router';

/** The address of the one filling of a list on a visit; it is begun by its first answer. */
export function addressOf(dossier: Uuid, { checklist, instances }: ListPart, writer: Uuid): string {
  const instance =
    instances[0]?.entity ?? derivedId.instance(dossier, checklist.code, checklist.dataClass, writer);
  return href('checklist', { dossier, instance }, { list: checklist.code });
}

/** Begin one more filling (a vehicle, a dwelling, a person). Resolves with its address when it is on this device. */
export async function beginAnother(dossier: Uuid, { checklist }: ListPart, label: string): Promise<string> {
  const entity = newId();
  const { code, version } = checklist;
  await record('instance.create', { dossier, entity, fields: { checklist: code, version, label } });
  return href('checklist', { dossier, instance: entity }, { list: code });
}
