/** "Dossier" in the navigation remembers the visit one is at; arriving at a site, or opening one, sets it. */
const KEY = 'gh.dossier';

let open = $state<string | null>(kept());

export const openDossier = {
  get current(): string | null {
    return open;
  },
};

export function rememberDossier(id: string | null): void {
  open = id;
  try {
    if (id === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, id);
  } catch {
    // Then it is remembered for this visit only.
  }
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
