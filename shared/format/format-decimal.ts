/**
 * Vietnamese form of a canonical decimal: `0.8241` → `0,8241`, `-1234.5` → `−1.234,5`. Works on the text, so that a
 * rebuilt release has the same bytes whatever the version of ICU, and no digit passes through a float.
 */
export function formatDecimal(decimal: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (!match) throw new RangeError(`Not a canonical decimal: ${JSON.stringify(decimal)}`);
  const [, sign, whole, fraction] = match;
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${sign ? '\u2212' : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`;
}

/** Points are shown without the zeros that only their scale adds: `140.0000` → `140`, `36.5000` → `36,5`. */
export function formatPoints(decimal: string): string {
  return formatDecimal(decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);
}
