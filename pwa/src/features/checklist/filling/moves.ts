/** Which question comes next: over everything that is done, and back to the one before. */

/** The first open question after `from`, then from the beginning again; null when nothing is open. */
export function nextOpen(order: readonly string[], open: readonly string[], from: string): string | null {
  const at = order.indexOf(from);
  const turned = [...order.slice(at + 1), ...order.slice(0, at + 1)];
  return turned.find((code) => open.includes(code) && code !== from) ?? (open.includes(from) ? from : null);
}

/** The shown question before `from`, the first one when there is none. */
export function before(order: readonly string[], from: string): string {
  return order[Math.max(0, order.indexOf(from) - 1)] ?? from;
}

/** Jumps are told by section and number: `A 02` of BRA-02. */
export function jumpName(section: string, code: string): string {
  return `${section} ${code.slice(code.lastIndexOf('-') + 1)}`;
}
