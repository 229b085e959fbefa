import Big from 'big.js';
import type { AppraisableAnswer } from '../../shared/submission/appraisal/appraisal-round.ts';

/** What the units of the group claim on one indicator. */
export interface Peers {
  units: number;
  /** Of their own points, half up to `points_decimals`. */
  median: string;
  lowest: string;
  highest: string;
}

export function peersOf(answers: readonly AppraisableAnswer[], decimals: number): Peers {
  const points = answers.map(({ self_points }) => Big(self_points)).sort((a, b) => a.cmp(b));
  const half = points.length / 2;
  const middle = [points[Math.ceil(half) - 1]!, points[Math.floor(half)]!];
  return {
    units: points.length,
    median: middle[0]!.plus(middle[1]!).div('2').round(decimals, Big.roundHalfUp).toFixed(),
    lowest: points[0]!.toFixed(),
    highest: points.at(-1)!.toFixed(),
  };
}
