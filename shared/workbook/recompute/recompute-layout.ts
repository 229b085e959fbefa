import type { Framework, Indicator, IndicatorInput, Measure } from '../../frameworks/framework.ts';
import { measuresOf } from '../../frameworks/measures.ts';
import type { FrozenInputs } from '../../release/frozen-inputs.ts';
import type { ReportSource } from '../../release/report-source.ts';
import type { Scoreboard, ScoreboardUnit } from '../../scoring/scoreboard.ts';
import type { FrozenAnswer, IndicatorPoints, Scores } from '../../scoring/scores.ts';
import { columnName } from '../column-name.ts';
import { sheetNames } from '../sheet-names.ts';
import { sheetsVi } from './recompute-words.ts';

/** A unit has the same row on every sheet of figures, and an indicator the same column on every sheet of points. */
export const firstRow = 12;
export const firstColumn = 4;

/** Where everything stands in the workbook, and what is known of it. */
export interface Layout {
  source: ReportSource;
  scoreboard: Scoreboard;
  scores: Scores;
  inputs: FrozenInputs;
  framework: Framework;
  /** Those that are assessed. */
  indicators: Indicator[];
  columns: DeclaredColumn[];
  units: ScoreboardUnit[];
  lastRow: number;
  measures: Measure[];
  /** By measure code. */
  measureSheets: ReadonlyMap<string, string>;
  /** Sheet of the points that count; without an appraisal the unit's own. */
  finalSheet: string;
  /** By unit and indicator. */
  points: ReadonlyMap<string, IndicatorPoints>;
  answers: ReadonlyMap<string, FrozenAnswer>;
  appraised: ReadonlyMap<string, string>;
  figures: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export interface DeclaredColumn {
  indicator: Indicator;
  input: IndicatorInput;
}

export const keyOf = (unitId: string, indicator: string): string => `${unitId} ${indicator}`;

export function layOut(source: ReportSource, inputs: FrozenInputs): Layout {
  const { scoreboard, scores } = source;
  const { framework } = inputs;
  const indicators = framework.indicators.filter(({ assessed }) => assessed);
  const measures = measuresOf(framework);
  const appraised = new Map(inputs.appraisals.map((row) => [keyOf(row.unit_id, row.indicator), row.points]));
  const taken = Object.values(sheetsVi);
  const names = sheetNames(
    measures.map(({ kind, name_vi }) => (kind === 'total' ? 'DTI' : name_vi)),
    taken,
  );
  return {
    ...{ source, scoreboard, scores, inputs, framework, indicators, measures, appraised },
    columns: indicators.flatMap((indicator) => indicator.inputs.map((input) => ({ indicator, input }))),
    units: scoreboard.units,
    lastRow: firstRow + scoreboard.units.length - 1,
    measureSheets: new Map(measures.map(({ measure }, n) => [measure, names[n]!])),
    finalSheet: appraised.size > 0 ? sheetsVi.final : sheetsVi.self,
    points: new Map(scores.indicator_points.map((row) => [keyOf(row.unit_id, row.indicator), row])),
    answers: new Map(inputs.answers.map((row) => [keyOf(row.unit_id, row.indicator), row])),
    figures: figuresOf(inputs),
  };
}

function figuresOf({ observations }: FrozenInputs): Layout['figures'] {
  const figures = new Map<string, Map<string, string>>();
  for (const { unit_id, indicator, input, value } of observations) {
    const key = keyOf(unit_id, indicator);
    const own = figures.get(key) ?? new Map<string, string>();
    figures.set(key, own.set(input, value));
  }
  return figures;
}

/** `'Tự chấm'!$D$6` */
export const at = (sheet: string, address: string): string => `'${sheet}'!${address}`;

/** `$D$6:$AX$6`, or `$D12:$AX12` without a fixed row. */
export function acrossPoints({ indicators }: Layout, row: number, fixed: '$' | '' = '$'): string {
  const [first, last] = [columnName(firstColumn), columnName(firstColumn + indicators.length - 1)];
  return `$${first}${fixed}${row}:$${last}${fixed}${row}`;
}
