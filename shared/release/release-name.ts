import { Fault } from '../observability/fault.ts';

/** `dti/province34/2024/r1`: stable for ever, and the folder of its files. */
export const releaseName = (index: string, group: string, period: string, number: number) =>
  `${index}/${group}/${period}/r${number}`;

/** Of a run whose inputs are frozen. */
export function releaseNameOf(run: { index: string; group: string; period: string; release_number: number | null }) {
  if (run.release_number === null) throw new Fault('RUN_NOT_FROZEN', 'the run has no release number yet');
  return releaseName(run.index, run.group, run.period, run.release_number);
}
