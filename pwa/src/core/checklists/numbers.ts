/**
 * Exact decimals: what is compared with a norm is never a float. Twin of server/checklists/numbers.py.
 * A fraction's denominator is positive; fractions are not reduced, whole numbers here have any size.
 */

export interface Fraction {
  top: bigint;
  bottom: bigint;
}

const DECIMAL = /^-?(0|[1-9][0-9]{0,14})(\.[0-9]{0,6}[1-9])?$/;

/** Whether a text is a decimal in its shortest form: `12`, `14.71`; never `1.50`, `-0`, `.5` or `1e3`. */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text) && text !== '-0';
}

/** The number of a decimal text; a RangeError when it is none. */
export function exact(text: string): Fraction {
  if (!isDecimal(text)) throw new RangeError(`${JSON.stringify(text)} is not a decimal`);
  const places = decimalsOf(text);
  return { top: BigInt(text.replace('.', '')), bottom: 10n ** BigInt(places) };
}

/** How many digits stand after the point. */
export function decimalsOf(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}

/** Negative, zero or positive, as a < b, a = b, a > b. */
export function compare(a: Fraction, b: Fraction): number {
  const left = a.top * b.bottom;
  const right = b.top * a.bottom;
  return left < right ? -1 : Number(left > right);
}

export function add(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom };
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { top: -b.top, bottom: b.bottom });
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.top, bottom: a.bottom * b.bottom };
}

/** Null for a division by zero. */
export function divide(a: Fraction, b: Fraction): Fraction | null {
  if (b.top === 0n) return null;
  const sign = b.top < 0n ? -1n : 1n;
  return { top: a.top * b.bottom * sign, bottom: a.bottom * b.top * sign };
}

/** Rounded to `decimals` places, halves away from zero, in the shortest form. */
export function written(value: Fraction, decimals: number): string {
  const size = value.top < 0n ? -value.top : value.top;
  const scaled = size * 10n ** BigInt(decimals);
  const whole = (2n * scaled + value.bottom) / (2n * value.bottom);
  const digits = whole.toString().padStart(decimals + 1, '0');
  const text =
    decimals === 0
      ? digits
      : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`.replace(/\.?0+$/, '');
  return value.top < 0n && whole > 0n ? `-${text}` : text;
}
