import { isPeriod, parsePeriod, periodVi } from '../periods/period.ts';
import { groupNameVi } from '../units/names.ts';

/** What officials call a release by: `r1 năm 2024`, `r2 quý III/2026`. A name that is not of this shape stays as it is. */
export function releaseLabelVi(release: string): string {
  const [, , period = '', number = ''] = release.split('/');
  return isPeriod(period) ? `${number} ${periodVi(parsePeriod(period))}` : release;
}

/** The same with whose it is: `r1 năm 2024 của 34 tỉnh, thành phố`. */
export function releaseNameVi(release: string): string {
  const [index, group = '', period = '', number = ''] = release.split('/');
  if (!isPeriod(period)) return release;
  const of = `${periodVi(parsePeriod(period))} của ${withoutDates(groupNameVi(group))}`;
  const [, source, sourceNumber] = /^from-(.+)-(r\d+)$/.exec(number) ?? [];
  if (source === undefined) return `${number} ${of}`;
  return `tính lại ${of} từ đợt công bố ${releaseNameVi(`${index}/${source}/${period}/${sourceNumber}`)}`;
}

/** Of a group’s name what stands before its dates. */
export const withoutDates = (name: string): string => name.replace(/ \(.*\)$/, '');
