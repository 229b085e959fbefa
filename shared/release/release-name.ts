import { isPeriod, parsePeriod, periodLabelVi } from '../periods/period.ts';

/** What officials call a release by: `r1 năm 2024`, `r2 Quý III/2026`. A name that is not of this shape stays as it is. */
export function releaseLabelVi(release: string): string {
  const [, , period = '', number = ''] = release.split('/');
  return isPeriod(period) ? `${number} ${periodLabelVi(parsePeriod(period))}` : release;
}
