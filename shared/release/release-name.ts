import { isPeriod, parsePeriod, periodVi } from '../periods/period.ts';
import { groupNameVi } from '../units/names.ts';

/** Of a table that was published elsewhere and is only kept here: `dti/province63/2023/published`. */
export const publishedName = (of: { index: string; group: string; period: string }): string =>
  `${of.index}/${of.group}/${of.period}/published`;

export const isPublishedName = (release: string): boolean => release.split('/')[3] === 'published';

/** What officials call a release by: `r1 năm 2024`, `r2 quý III/2026`. A name that is not of this shape stays as it is. */
export function releaseLabelVi(release: string): string {
  const [, , period = '', number = ''] = release.split('/');
  return isPeriod(period) ? `${numberVi(number)} ${periodVi(parsePeriod(period))}` : release;
}

/** The same with whose it is: `r1 năm 2024 của 34 tỉnh, thành phố`. */
export function releaseNameVi(release: string): string {
  const [index, group = '', period = '', number = ''] = release.split('/');
  if (!isPeriod(period)) return release;
  const of = `${periodVi(parsePeriod(period))} của ${withoutDates(groupNameVi(group))}`;
  const [, source, sourceNumber] = /^from-(.+)-(r\d+)$/.exec(number) ?? [];
  if (source === undefined) return `${numberVi(number)} ${of}`;
  return `tính lại ${of} từ đợt công bố ${releaseNameVi(`${index}/${source}/${period}/${sourceNumber}`)}`;
}

const numberVi = (number: string) => (number === 'published' ? 'số liệu đã công bố' : number);

/** Of a group’s name what stands before its dates. */
export const withoutDates = (name: string): string => name.replace(/ \(.*\)$/, '');
