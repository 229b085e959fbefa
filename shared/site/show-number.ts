import type { Language } from './language.ts';

/** `1644.5` is `1.644,5` in Vietnamese, `1,644.5` in English. Works on the text of the decimal: no digit passes through a float. */
export function showNumber(decimal: string, language: Language): string {
  const [whole = '', fraction] = decimal.split('.');
  const [group, point] = language === 'vi' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction === undefined ? grouped : `${grouped}${point}${fraction}`;
}
