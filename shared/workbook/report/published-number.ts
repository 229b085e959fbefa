import { Fault } from '../../observability/fault.ts';

/**
 * The double a spreadsheet keeps for a published decimal. Fifteen significant digits survive a double, so the text
 * written to the file is the text that was published; more would not, and is refused.
 */
export function publishedNumber(decimal: string): number {
  const digits = decimal.replace(/^-?0*\.?0*|\./g, '');
  if (!/^-?\d+(\.\d+)?$/.test(decimal) || digits.length > 15) {
    throw new Fault('FIGURE_INEXACT', `${JSON.stringify(decimal)} has no exact cell`);
  }
  return Number(decimal);
}
