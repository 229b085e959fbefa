import Big from 'big.js';
import type { Framework } from './framework.ts';

/** What can be earned of what counts this round, as decimal text. */
export const assessedPoints = ({ indicators }: Framework): string =>
  indicators
    .filter(({ assessed }) => assessed)
    .reduce((sum, { max_points }) => sum.plus(max_points), Big('0'))
    .toFixed();
