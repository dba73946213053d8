/** Where a list is filled: its code names the one filling of a visit, or the choice among many (features/checklist). */
import type { ListPart, Uuid } from '$core';
import { href } from '$app/router';

export const addressOf = (dossier: Uuid, { checklist }: ListPart): string =>
  href('checklist', { dossier, instance: checklist.code });
