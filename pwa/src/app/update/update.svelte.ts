/** The conversation about a new version; see step 3. */
let ready = $state(false);

export const updates = {
  get ready() {
    return ready;
  },
};

export function startUpdates(): void {
  ready = false;
}

export function useNewVersion(): void {
  location.reload();
}
