/** Where each role can go: in this order, as far as the places exist. */
import CalendarCheck from '@lucide/svelte/icons/calendar-check';
import ClipboardCheck from '@lucide/svelte/icons/clipboard-check';
import FolderOpen from '@lucide/svelte/icons/folder-open';
import Inbox from '@lucide/svelte/icons/inbox';
import MapIcon from '@lucide/svelte/icons/map';
import MessageSquareReply from '@lucide/svelte/icons/message-square-reply';
import RefreshCw from '@lucide/svelte/icons/refresh-cw';
import UserRoundCheck from '@lucide/svelte/icons/user-round-check';
import type { Component } from 'svelte';
import * as m from '$paraglide/messages.js';
import { href, type RouteName } from '../router/routes';

export interface Place {
  key: string;
  label: () => string;
  address: string;
  icon: Component<{ size?: number | string }>;
  /** Which count is shown on it. */
  badge: 'unread' | 'waiting' | null;
  /** Route names under which it is the present place. */
  routes: readonly string[];
}

const today: Place = {
  key: 'today',
  label: m.app_place_today,
  address: href('today', {}),
  icon: CalendarCheck,
  badge: null,
  routes: ['today', 'unplanned'],
};
const map: Place = {
  key: 'map',
  label: m.app_place_map,
  address: href('map', {}),
  icon: MapIcon,
  badge: null,
  routes: ['map'],
};
const dossier = (id: string): Place => ({
  key: 'dossier',
  label: m.app_place_dossier,
  address: href('dossier', { dossier: id }),
  icon: FolderOpen,
  badge: null,
  routes: ['dossier', 'checklist', 'newFinding'],
});
const messages: Place = {
  key: 'messages',
  label: m.app_place_messages,
  address: href('messages', {}),
  icon: MessageSquareReply,
  badge: 'unread',
  routes: ['messages'],
};
const sync: Place = {
  key: 'sync',
  label: m.app_place_sync,
  address: href('sync', {}),
  icon: RefreshCw,
  badge: 'waiting',
  routes: ['sync', 'conflicts'],
};
const inbox: Place = {
  key: 'inbox',
  label: m.app_place_inbox,
  address: href('inbox', {}),
  icon: Inbox,
  badge: null,
  routes: ['inbox', 'followUp'],
};
const mine: Place = {
  key: 'mine',
  label: m.app_place_mine,
  address: href('inbox', {}, { view: 'mine' }),
  icon: UserRoundCheck,
  badge: null,
  routes: [],
};
const actions: Place = {
  key: 'actions',
  label: m.app_place_actions,
  address: href('actions', {}),
  icon: ClipboardCheck,
  badge: null,
  routes: ['actions', 'newAction', 'action'],
};

/** `openDossier`: the visit one is at, or comes next; null leaves the place out. */
export function placesFor(roles: readonly string[], openDossier: string | null): Place[] {
  const is = (...some: string[]) => some.some((role) => roles.includes(role));
  const field = is('inspector', 'team_lead', 'operational_lead');
  return [
    ...(is('operational_lead') ? [actions] : []),
    ...(field ? [today, map] : []),
    ...(field && openDossier !== null ? [dossier(openDossier)] : []),
    ...(is('case_worker', 'coordinator') ? [inbox, mine] : []),
    ...(field ? [messages] : []),
    ...(field ? [sync] : []),
  ];
}

/** Screens of one kind of work; any other is everybody's. */
const WORK: Partial<Record<RouteName, readonly string[]>> = {
  inbox: ['case_worker', 'coordinator'],
  followUp: ['case_worker', 'coordinator'],
  actions: ['operational_lead'],
  newAction: ['operational_lead'],
  action: ['operational_lead'],
  map: ['inspector', 'team_lead', 'operational_lead'],
  unplanned: ['inspector', 'team_lead', 'operational_lead'],
};

/** Whether a role has anything to do at an address; what it would see is the server's decision, not this one's. */
export function isFor(name: RouteName, roles: readonly string[]): boolean {
  return WORK[name]?.some((role) => roles.includes(role)) ?? true;
}

/** The first screen of a role. */
export function homeOf(roles: readonly string[]): string {
  return placesFor(roles, null)[0]?.address ?? href('device', {});
}
