import type { Framework, Indicator, MainIndex } from './framework.ts';

/** A main index with its indicators, as an annex lists them. */
export interface NumberedIndex {
  mainIndex: MainIndex;
  /** `1` */
  number: string;
  indicators: Indicator[];
  /** It has one indicator of its own name: a heading above it would only say the name again. */
  isItsIndicator: boolean;
}

/** Main indices in their order, each with those of `asked` that are its own; without any it is left out. */
export function numberedIndices({ main_indices }: Framework, asked: readonly Indicator[]): NumberedIndex[] {
  return main_indices.flatMap((mainIndex, position) => {
    const indicators = asked.filter(({ main_index }) => main_index === mainIndex.main_index);
    if (indicators.length === 0) return [];
    const isItsIndicator = indicators.length === 1 && indicators[0]!.name_vi === mainIndex.name_vi;
    return [{ mainIndex, number: `${position + 1}`, indicators, isItsIndicator }];
  });
}

/**
 * The number of each indicator in its framework, by code: `1.4`, whatever a unit is asked for. Taken from the codes where
 * these carry the decision's own numbers (`c4_22_1` is 4.22.1), else counted.
 */
export function indicatorNumbers(framework: Framework): ReadonlyMap<string, string> {
  const own = framework.indicators.map((indicator) => [indicator.indicator, numberInCode(indicator)] as const);
  return own.every(([, number]) => number !== null) ? new Map(own as [string, string][]) : counted(framework);
}

function numberInCode({ indicator }: Indicator): string | null {
  const [, digits] = /^[a-z](\d+(?:_\d+)+)$/.exec(indicator) ?? [];
  return digits?.replaceAll('_', '.') ?? null;
}

function counted(framework: Framework): Map<string, string> {
  const numbers = numberedIndices(framework, framework.indicators).flatMap(({ number, indicators, isItsIndicator }) =>
    indicators.map(({ indicator }, position): [string, string] => [
      indicator,
      isItsIndicator ? number : `${number}.${position + 1}`,
    ]),
  );
  return new Map(numbers);
}
