import { askedIndicators } from '../../frameworks/asked-indicators.ts';
import type { Framework, Indicator, MainIndex } from '../../frameworks/framework.ts';
import { indicatorNumbers, numberedIndices } from '../../frameworks/indicator-numbers.ts';
import { type FilledInput, type FormRow, type FormSpec, firstDataRow, inputKey } from './form-spec.ts';

/**
 * One line of the table. A main index stands above its indicators, an indicator above its inputs; an indicator with one
 * input is one line with it, and so is a main index that is its only indicator.
 */
export interface FormLine {
  row: number;
  /** Of an indicator: running number in this form. */
  position: number | null;
  /** Number in the framework; empty for an input below its indicator. */
  number: string;
  mainIndex: MainIndex | null;
  /** Whose name and points stand here. */
  indicator: Indicator | null;
  /** `a` for the first of several inputs. */
  letter: string | null;
  /** What is filled in here; null on a line that only heads others. */
  asks: FormRow | null;
}

/** Lines in the order of the framework. Indicators that the unit is not asked for have none. */
export function formLines(form: FormSpec): FormLine[] {
  const numbers = indicatorNumbers(form.framework);
  const filled = new Map((form.values ?? []).map((value) => [inputKey(value.indicator, value.input), value]));
  const asked = askedIndicators(form.framework, form.identity);
  let position = 0;
  const lines = numberedIndices(form.framework, asked).flatMap(({ mainIndex, number, indicators, isItsIndicator }) => [
    ...(isItsIndicator ? [] : [{ ...plain, number, mainIndex }]),
    ...indicators.flatMap((indicator) =>
      indicatorLines(indicator, { position: ++position, number: numbers.get(indicator.indicator)!, filled }),
    ),
  ]);
  return lines.map((line, index) => placed(line, firstDataRow + index));
}

const plain: Omit<FormLine, 'row'> = {
  position: null,
  number: '',
  mainIndex: null,
  indicator: null,
  letter: null,
  asks: null,
};

interface Place {
  position: number;
  number: string;
  filled: ReadonlyMap<string, FilledInput>;
}

function indicatorLines(indicator: Indicator, { position, number, filled }: Place): Omit<FormLine, 'row'>[] {
  const head = { ...plain, position, number, indicator };
  const asks = indicator.inputs.map((input) => ({
    row: 0,
    indicator,
    input,
    filled: filled.get(inputKey(indicator.indicator, input.input)) ?? null,
  }));
  if (asks.length === 1) return [{ ...head, asks: asks[0]! }];
  return [head, ...asks.map((row, index) => ({ ...plain, letter: letterOf(index), asks: row }))];
}

const letterOf = (index: number): string => String.fromCharCode('a'.charCodeAt(0) + index);

const placed = (line: Omit<FormLine, 'row'>, row: number): FormLine => ({
  ...line,
  row,
  asks: line.asks && { ...line.asks, row },
});

/** All that a main index is worth in its framework, also of indicators that this form does not ask for. */
export const indicatorsOf = ({ indicators }: Framework, { main_index }: MainIndex): Indicator[] =>
  indicators.filter((indicator) => indicator.main_index === main_index);
