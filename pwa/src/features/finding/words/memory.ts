/** Small habits of this device: rooms, phrases. Nothing here is a record; where the browser keeps nothing, it is empty. */
export function remembered<T>(name: string): T[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(`gh.finding.${name}`) ?? '[]');
    return Array.isArray(kept) ? (kept as T[]) : [];
  } catch {
    return [];
  }
}

export function remember(name: string, values: unknown[]): void {
  try {
    localStorage.setItem(`gh.finding.${name}`, JSON.stringify(values));
  } catch {
    // Then they are gone with the page; the record is not.
  }
}
