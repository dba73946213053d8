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
import CannotStart from './CannotStart.svelte';
import { firstScreen } from './first-screen';
import { prefetchSoon } from './prefetch';

export async function start(body: HTMLElement): Promise<void> {
  startTheme();
  startPreferences();
  startInstalling();
  startI18n();
  const target = body.querySelector('#app') ?? body;
  if (!isSecureContext) {
    mount(CannotStart, { target, props: { insecure: true, error: null } });
    return;
  }
  // Its code comes while the store is opened; what fails here fails again, and is told, when the screen is shown.
  const wanted = match(new URL(location.href));
  if (wanted !== null) void loadScreen(wanted.name).catch(() => undefined);
  try {
    await startCore();
  } catch (error) {
    mount(CannotStart, { target, props: { insecure: false, error } });
    return;
  }
  startRouter();
  mount(App, { target });
  startUpdates();
  void firstScreen.then(() => {
    startSending();
    prefetchSoon();
  });
}
