import Big from 'big.js';
import { formatDecimal } from './format-decimal.ts';

/** A share is kept as a part of one and shown by the hundred: `0.733` → `73,3%`. */
export const formatPercent = (share: string): string => `${formatDecimal(new Big(share).times(100).toFixed())}%`;
