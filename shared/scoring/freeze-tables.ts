import type { Framework } from '../frameworks/framework.ts';
import { measuresOf } from '../frameworks/measures.ts';
import type { TableRow } from '../lake/write-parquet.ts';
import { Fault } from '../observability/fault.ts';
import { declaredDecimals, freezeIndicators } from './freeze-indicators.ts';
import { digitBase, refuseOverflow, refuseWideFigure } from './refuse-overflow.ts';
import { decimalsOf, scaleDecimal, scaleOf } from './scaled-decimal.ts';
import type { FrozenAnswer, FrozenAppraisal, FrozenObservation, FrozenUnit, ScoringInputs } from './scores.ts';

/** Rows of one frozen table, in an order that does not depend on the order of the inputs. */
export interface FrozenTable {
  table: string;
  rows: TableRow[];
}

/** The main index of a predecessor as it was published; null: it has none. */
export interface PredecessorScore {
  unit_id: string;
  predecessor_id: string;
  measure: string;
  value: string | null;
}

/**
 * What a run scores, as the rows of the frozen tables; fractions as scaled integers, exactly. Faults: SCALE_OVERFLOW,
 * DECIMAL_MISFIT, INDICATOR_UNKNOWN.
 */
export function freezeTables({ framework, units, observations, answers, appraisals }: ScoringInputs): FrozenTable[] {
  refuseOverflow(framework);
  return [
    { table: 'frozen_framework', rows: [frameworkRow(framework)] },
    ...freezeIndicators(framework),
    { table: 'frozen_measures', rows: measureRows(framework) },
    { table: 'frozen_measure_parts', rows: partRows(framework) },
    { table: 'frozen_units', rows: inOrder(units.map(unitRow), ['unit_id']) },
    { table: 'frozen_observations', rows: observationRows(framework, observations) },
    { table: 'frozen_answers', rows: inOrder((answers ?? []).map(answerRow), ['unit_id', 'indicator']) },
    { table: 'frozen_appraisals', rows: inOrder(appraisalRows(framework, appraisals ?? []), ['unit_id', 'indicator']) },
  ];
}

/** What successors' main indices are computed from: a run of its own. */
export function freezePredecessorScores(framework: Framework, scores: PredecessorScore[]): FrozenTable[] {
  const rows = scores.map(({ value, unit_id, predecessor_id, measure }) => ({
    unit_id,
    predecessor_id,
    measure,
    value_scaled: value === null ? null : scaleDecimal(value, framework.decimals),
  }));
  // A main index that this round did not assess has nothing to carry over; any other must have come.
  const assessed = new Set(framework.indicators.filter((one) => one.assessed).map(({ main_index }) => main_index));
  const measures = measureRows(framework).filter(({ measure }) => assessed.has(String(measure)));
  return [
    { table: 'frozen_measures', rows: measures },
    { table: 'frozen_predecessor_scores', rows: inOrder(rows, ['unit_id', 'predecessor_id', 'measure']) },
  ];
}

/** Decimals that hold every declared figure of an indicator. Fault INDICATOR_UNKNOWN. */
export function inputDecimalsOf({ framework_id, indicators }: Framework, code: string): number {
  const indicator = indicators.find((candidate) => candidate.indicator === code);
  if (!indicator) throw new Fault('INDICATOR_UNKNOWN', `${framework_id} has no indicator ${code}`);
  return declaredDecimals(indicator);
}

function frameworkRow(framework: Framework): TableRow {
  const minimum = String(framework.minimum_answered_percent ?? 0);
  const decimals = decimalsOf(minimum);
  return {
    framework_id: framework.framework_id,
    framework_sha256: framework.sha256,
    value_scale: scaleOf(framework.decimals),
    points_scale: scaleOf(framework.points_decimals),
    minimum_answered_scaled: scaleDecimal(minimum, decimals),
    digit_base: digitBase,
    share_scale: 100n * scaleOf(decimals),
  };
}

const measureRows = (framework: Framework): TableRow[] =>
  measuresOf(framework).map(({ measure, kind, ranked }, index) => ({
    measure,
    position: BigInt(index + 1),
    kind,
    ranked,
  }));

const partRows = (framework: Framework): TableRow[] =>
  measuresOf(framework).flatMap(({ measure, main_indices }) =>
    main_indices.map((main_index) => ({ measure, main_index })),
  );

const unitRow = ({ unit_id, name_vi, submitted, ranked }: FrozenUnit) => ({ unit_id, name_vi, submitted, ranked });

function observationRows(framework: Framework, observations: FrozenObservation[]): TableRow[] {
  const rows = observations.map((observation) => ({
    unit_id: observation.unit_id,
    indicator: observation.indicator,
    input: observation.input,
    value_scaled: refuseWideFigure(
      observation,
      scaleDecimal(observation.value, inputDecimalsOf(framework, observation.indicator)),
    ),
    submission_sha256: observation.submission_sha256,
    sheet: observation.sheet,
    cell: observation.cell,
  }));
  return inOrder(rows, ['unit_id', 'indicator', 'input']);
}

const answerRow = ({ unit_id, indicator, state, carried_from }: FrozenAnswer) => ({
  unit_id,
  indicator,
  state,
  carried_from,
});

const appraisalRows = ({ points_decimals }: Framework, appraisals: FrozenAppraisal[]) =>
  appraisals.map(({ unit_id, indicator, points, reason }) => ({
    unit_id,
    indicator,
    points_scaled: scaleDecimal(points, points_decimals),
    reason,
  }));

function inOrder<Row extends TableRow>(rows: Row[], keys: (keyof Row)[]): Row[] {
  const keyOf = (row: Row) => keys.map((key) => String(row[key])).join('\u0000');
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ row }) => row);
}
