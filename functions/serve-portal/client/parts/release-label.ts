import type { Word } from '../words.ts';
import { periodName } from './period-name.ts';

/** `dti/province34/2026-Q3/r1` as people say it: `r1 quý III/2026`. A name of another shape stays as it is. */
export function releaseLabel(release: string): Word {
  const [, , period = '', number = ''] = release.split('/');
  const { vi, en } = periodName(period);
  const periodVi = `${vi.charAt(0).toLowerCase()}${vi.slice(1)}`;
  if (number === 'published') return { vi: `số liệu đã công bố ${periodVi}`, en: `what was published of ${en}` };
  return /^r\d+$/.test(number)
    ? { vi: `${number} ${periodVi}`, en: `${number} of ${en}` }
    : { vi: release, en: release };
}
