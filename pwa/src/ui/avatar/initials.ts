/** `Tom de Vries` → `TV`: first letters of the first and the last capitalised part. */
export function initials(name: string): string {
  const parts = name.split(/\s+/).filter((part) => /^\p{Lu}/u.test(part));
  const first = parts[0]?.[0] ?? name.trim()[0] ?? '';
  const last = parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}
