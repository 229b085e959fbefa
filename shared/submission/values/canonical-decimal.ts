/** From digits with at most one sign and one point (`-007.50` → `-7.5`). */
export function canonicalDecimal(plain: string): string {
  const match = /^(-?)0*(\d+?)(?:\.(\d*?)0*)?$/.exec(plain);
  if (!match) throw new RangeError(`Not a plain decimal: ${JSON.stringify(plain)}`);
  const [, sign, whole, fraction] = match;
  const text = fraction ? `${whole}.${fraction}` : whole!;
  return text === '0' ? '0' : `${sign}${text}`;
}

/** A hundredth, by moving the point: `45.6` → `0.456`. */
export function hundredthOf(decimal: string): string {
  const sign = decimal.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const digits = whole.padStart(3, '0');
  return canonicalDecimal(`${sign}${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`);
}
