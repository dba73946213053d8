/** Which component shows which route, or says that none may. Each is a chunk of its own, loaded when first visited and precached for offline. */
import type { Component } from 'svelte';
import type { RouteName } from './router/routes';

export type Screen = Component<Record<string, string>>;
type Load = () => Promise<{ default: Component<never> }>;

/** A route, or what stands in its place. */
export type ScreenName = RouteName | 'notFound' | 'otherRole';

const notFound: Load = () => import('./shell/NotFound.svelte');

const screens: Record<ScreenName, Load> = {
  today: () => import('$features/today/Today.svelte'),
  map: () => import('$features/map/MapScreen.svelte'),
  signIn: () => import('$features/sign-in/SignIn.svelte'),
  dossier: () => import('$features/dossier/Dossier.svelte'),
  checklist: () => import('$features/checklist/Checklist.svelte'),
  newFinding: () => import('$features/finding/NewFinding.svelte'),
  sync: () => import('$features/sync-centre/SyncCentre.svelte'),
  conflicts: () => import('$features/conflicts/Conflicts.svelte'),
  messages: () => import('$features/messages/Messages.svelte'),
  unplanned: () => import('$features/unplanned/Unplanned.svelte'),
  inbox: () => import('$features/inbox/Inbox.svelte'),
  followUp: () => import('$features/inbox/FollowUp.svelte'),
  actions: () => import('$features/new-action/Actions.svelte'),
  newAction: () => import('$features/new-action/NewAction.svelte'),
  action: () => import('$features/new-action/Action.svelte'),
  device: () => import('$app/device/Device.svelte'),
  gallery: () => (import.meta.env.DEV ? import('$ui/gallery/Gallery.svelte') : notFound()),
  notFound,
  otherRole: () => import('./shell/OtherRole.svelte'),
};

/** The screen's component; rejects when its chunk is neither on the device nor to be had. */
export async function loadScreen(name: ScreenName): Promise<Screen> {
  return (await screens[name]()).default as unknown as Screen;
}
