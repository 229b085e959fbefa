import Big from 'big.js';
import type { Framework, Indicator } from '../frameworks/framework.ts';
import { quartersLabelVi } from '../periods/period.ts';
import type { AcceptedFigures } from './accepted-figures.ts';
import type { FilledInput } from './form/form-spec.ts';

/**
 * What the quarters of a year, in order, say of the year: by the indicator's `annual` the last figure, or the sum of each
 * input, so that a ratio is one of sums and not a mean of ratios. An indicator without `annual` gets nothing. A quarter
 * speaks of an indicator when it has all inputs of it: a ratio's two sums are of the same quarters.
 */
export const annualValues = ({ indicators }: Framework, quarters: AcceptedFigures[]): FilledInput[] =>
  indicators.flatMap((indicator) => {
    const spoken = quarters.flatMap((quarter) => figuresOf(indicator, quarter));
    const counted = indicator.annual === 'sum' ? spoken : spoken.slice(-1);
    return indicator.annual === undefined || counted.length === 0 ? [] : fill(indicator, counted);
  });

interface Spoken {
  period: AcceptedFigures['period'];
  /** By input, all of the indicator's. */
  values: Map<string, string>;
}

function figuresOf({ indicator, inputs }: Indicator, { period, observations }: AcceptedFigures): Spoken[] {
  const own = observations.filter((one) => one.indicator === indicator);
  const values = new Map(own.map(({ input, value }) => [input, value]));
  return inputs.every(({ input }) => values.has(input)) ? [{ period, values }] : [];
}

function fill({ indicator, inputs }: Indicator, counted: Spoken[]): FilledInput[] {
  const label = quartersLabelVi(counted.map(({ period }) => period));
  const source_vi = counted.length === 1 ? label : `Tổng ${label}`;
  return inputs.map(({ input }) => {
    const sum = counted.reduce((total, { values }) => total.plus(values.get(input)!), new Big(0));
    return { indicator, input, value: sum.toFixed(), source_vi };
  });
}
