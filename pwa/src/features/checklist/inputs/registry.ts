/** References to registers as they are typed: a number of the right form is one, all else is text to look up later. */

export type BagValue = { id: string } | { text: string };
export type KvkValue = { number: string; branch: string | null } | { text: string };

export function toBag(typed: string): BagValue | null {
  const text = typed.trim();
  if (text === '') return null;
  const digits = text.replace(/\s/g, '');
  return /^[0-9]{16}$/.test(digits) ? { id: digits } : { text };
}

/** Eight digits are a company, twelve beside them its branch. */
export function toKvk(typed: string, branch = ''): KvkValue | null {
  const text = typed.trim();
  if (text === '') return null;
  const digits = text.replace(/[\s.]/g, '');
  if (!/^[0-9]{8}$/.test(digits)) return { text };
  const second = branch.replace(/[\s.]/g, '');
  return { number: digits, branch: second === '' ? null : second };
}

export function typedOf(value: unknown): { first: string; second: string } {
  if (typeof value !== 'object' || value === null) return { first: '', second: '' };
  const { id, number, branch, text } = value as Record<string, unknown>;
  const first = [id, number, text].find((one) => typeof one === 'string');
  return { first: typeof first === 'string' ? first : '', second: typeof branch === 'string' ? branch : '' };
}
