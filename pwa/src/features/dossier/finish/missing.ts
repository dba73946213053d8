/** What is still missing before a visit is finished, each with the place where it is mended. Nothing here forbids. */
import type { DossierView } from '$core';
import type { Content } from '$core/checklists';
import * as m from '$paraglide/messages.js';
import { words } from '$app/i18n';
import { href } from '$app/router';
import { addressOf } from '../lists/address';
import { figuresOf, figuresOfLists } from '../lists/figures';

export interface Missing {
  key: string;
  text: string;
  address: string | null;
}

type ContentOf = (code: string, version: string) => Content | null;

export function missing(view: DossierView, contentOf: ContentOf): Missing[] {
  return [
    ...openQuestions(view, contentOf),
    ...undecided(view),
    ...some('loose', view.loose.length, m.dossier_missing_loose, looseAddress(view)),
    ...some(
      'conflicts',
      view.conflicts.length,
      m.dossier_missing_conflicts,
      href('conflicts', {}, { dossier: view.id }),
    ),
    ...some('drafts', view.drafts, m.dossier_missing_drafts, null),
    ...some('waiting', view.waiting, m.dossier_missing_waiting, href('sync', {})),
    ...some('photos', view.photos.total - view.photos.safe, m.dossier_missing_photos, href('sync', {})),
  ];
}

/** Own and joint lists that this person may write, with questions open; joint ones are everybody's. */
function openQuestions(view: DossierView, contentOf: ContentOf): Missing[] {
  const own = view.parts.filter((part) => part.own).flatMap(({ lists }) => lists);
  return [...own, ...view.joint]
    .filter(({ mayWrite }) => mayWrite)
    .flatMap((part): Missing[] => {
      const title = words(part.checklist.title);
      if (part.checklist.per === 'visit') {
        const { open } = figuresOfLists([part], contentOf, view.parameters);
        return open.length === 0
          ? []
          : [
              line(
                part.checklist.code,
                m.dossier_missing_questions({ count: open.length, list: title }),
                addressOf(view.id, part),
              ),
            ];
      }
      return part.instances.flatMap((instance): Missing[] => {
        const content = contentOf(instance.checklist, instance.version);
        const open = content === null ? 0 : figuresOf(instance, content, view.parameters).open.length;
        const list = `${title}, ${instance.label ?? ''}`;
        return open === 0
          ? []
          : [
              line(
                instance.entity,
                m.dossier_missing_questions({ count: open, list }),
                href('checklist', { dossier: view.id, instance: instance.entity }),
              ),
            ];
      });
    });
}

function undecided(view: DossierView): Missing[] {
  return view.proposals
    .filter(({ mayDecide }) => mayDecide)
    .map((proposal) =>
      line(
        proposal.entity,
        m.dossier_missing_proposal({ title: words(proposal.title) }),
        href('checklist', { dossier: view.id, instance: proposal.instance }, { question: proposal.question }),
      ),
    );
}

const looseAddress = ({ id, loose }: DossierView) =>
  `${href('newFinding', { dossier: id })}?${loose.map(({ entity }) => `kept=${entity}`).join('&')}`;

const line = (key: string, text: string, address: string | null): Missing => ({ key, text, address });
const some = (
  key: string,
  count: number,
  text: (inputs: { count: number }) => string,
  address: string | null,
) => (count === 0 ? [] : [line(key, text({ count }), address)]);
