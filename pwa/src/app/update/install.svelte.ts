/** Installing on the home screen: whether it is, and the browser's own question where it has one. */
interface InstallEvent extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

let question = $state.raw<InstallEvent | null>(null);
let installed = $state(false);

export const installing = {
  get installed() {
    return installed;
  },
  /** The browser can ask; else the person uses its menu. */
  get canAsk() {
    return question !== null;
  },
};

export function startInstalling(): void {
  installed = matchMedia('(display-mode: standalone)').matches;
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    question = event as InstallEvent;
  });
  addEventListener('appinstalled', () => {
    installed = true;
    question = null;
  });
}

export async function askToInstall(): Promise<void> {
  const answer = await question?.prompt();
  if (answer?.outcome === 'accepted') question = null;
}
