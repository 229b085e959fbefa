import type { Indicator, IndicatorInput } from './framework.ts';

type Measured = Pick<Indicator, 'unit_of_measure_vi'>;

/** Of each input in turn, where a numerator is counted in other things than its denominator: `máy tính; người`. */
const unitsOf = ({ unit_of_measure_vi }: Measured): string[] =>
  unit_of_measure_vi.split(';').map((unit) => unit.trim());

/** Computers for officials may be more than the officials; only a part cannot be greater than its whole. */
export const isPartOfWhole = (indicator: Measured): boolean => unitsOf(indicator).length === 1;

/** What an input is counted in. */
export function unitOfInput(indicator: Measured & Pick<Indicator, 'inputs'>, { input }: IndicatorInput): string {
  const units = unitsOf(indicator);
  const position = indicator.inputs.findIndex((known) => known.input === input);
  return units.length === indicator.inputs.length ? units[position]! : indicator.unit_of_measure_vi;
}
