import { Fault } from '../observability/fault.ts';
import { isPeriod, parsePeriod, periodLabelVi } from '../periods/period.ts';

/** `dti/province34/2024/r1`: stable for ever, and the folder of its files. The inputs of the run must be frozen. */
export function releaseNameOf(run: { index: string; group: string; period: string; release_number: number | null }) {
  if (run.release_number === null) throw new Fault('RUN_NOT_FROZEN', 'the run has no release number yet');
  return `${run.index}/${run.group}/${run.period}/r${run.release_number}`;
}

/** What officials call a release by: `r1 năm 2024`, `r2 Quý III/2026`. A name that is not of this shape stays as it is. */
export function releaseLabelVi(release: string): string {
  const [, , period = '', number = ''] = release.split('/');
  return isPeriod(period) ? `${number} ${periodLabelVi(parsePeriod(period))}` : release;
}
