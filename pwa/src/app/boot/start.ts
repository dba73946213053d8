/** Bring the app up: words and colours first, then the core, then the screen. Says why when it cannot. */
import { mount } from 'svelte';
import { startCore, startSending } from '$core';
import { startI18n } from '$app/i18n/i18n.svelte';
import { startPreferences } from '$app/preferences.svelte';
import { startTheme } from '$app/theme/theme.svelte';
import { startRouter } from '$app/router/router.svelte';
import { match } from '$app/router/routes';
import { startInstalling } from '$app/update/install.svelte';
import { startUpdates } from '$app/update/update.svelte';
import App from '../App.svelte';
import { loadScreen } from '../screens';
import { firstScreen } from './first-screen';
import { prefetchSoon } from './prefetch';

export async function start(body: HTMLElement): Promise<void> {
  startTheme();
  startPreferences();
  startInstalling();
  startI18n();
  const target = body.querySelector('#app') ?? body;
  if (!isSecureContext) {
    return cannotStart(target, { insecure: true, error: null });
  }
  // Its code comes while the store is opened; what fails here fails again, and is told, when the screen is shown.
  const wanted = match(new URL(location.href));
  if (wanted !== null) void loadScreen(wanted.name).catch(() => undefined);
  try {
    await startCore();
  } catch (error) {
    return cannotStart(target, { insecure: false, error });
  }
  startRouter();
  mount(App, { target });
  startUpdates();
  void firstScreen.then(() => {
    startSending();
    prefetchSoon();
  });
}

async function cannotStart(target: Element, props: { insecure: boolean; error: unknown }): Promise<void> {
  const { default: CannotStart } = await import('./CannotStart.svelte');
  mount(CannotStart, { target, props });
}
