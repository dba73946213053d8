/** Numbers as people type them, and as answers hold them: a decimal text in its shortest form. */

/** `12,50` → `12.5`, `007` → `7`; what is no number stays as typed, so that the check can say so. */
export function toDecimal(typed: string): string {
  const text = typed.trim().replace(/\s/g, '').replace(',', '.');
  const parts = /^(-?)0*(\d+)(?:\.(\d*))?$/.exec(text);
  if (!parts) return text;
  const [, sign = '', whole = '', after = ''] = parts;
  const fraction = after.replace(/0+$/, '');
  const number = fraction === '' ? whole : `${whole}.${fraction}`;
  return sign === '-' && Number(number) === 0 ? '0' : sign + number;
}

/** `1234.5` → `1234,5` in Dutch; exact, so never through a float. */
export function fromDecimal(value: string, language: 'nl' | 'en'): string {
  return language === 'nl' ? value.replace('.', ',') : value;
}
