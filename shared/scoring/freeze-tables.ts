import type { Framework, Indicator } from '../frameworks/framework.ts';
import { measuresOf } from '../frameworks/measures.ts';
import type { TableRow } from '../lake/write-parquet.ts';
import { Fault } from '../observability/fault.ts';
import { scaleDecimal, scaleOf } from './scaled-decimal.ts';
import type { FrozenObservation, FrozenUnit, ScoringInputs } from './scores.ts';

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

const largestBigint = 2n ** 63n - 1n;

/** What a run scores, as the rows of the frozen tables; fractions as scaled integers, exactly. */
export function freezeTables({ framework, units, observations, answers, appraisals }: ScoringInputs): FrozenTable[] {
  refuseOverflow(framework);
  refuseUnscored([...(answers ?? []), ...(appraisals ?? [])]);
  return [
    { table: 'frozen_framework', rows: [frameworkRow(framework)] },
    { table: 'frozen_indicators', rows: indicatorRows(framework) },
    { table: 'frozen_measures', rows: measureRows(framework) },
    { table: 'frozen_measure_parts', rows: partRows(framework) },
    { table: 'frozen_units', rows: inOrder(units.map(unitRow), ['unit_id']) },
    { table: 'frozen_observations', rows: observationRows(framework, observations) },
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
  // A main index that this round did not assess has nothing to carry over.
  const carried = new Set(scores.map(({ measure }) => measure));
  const measures = measureRows(framework).filter(({ measure }) => carried.has(String(measure)));
  return [
    { table: 'frozen_measures', rows: measures },
    { table: 'frozen_predecessor_scores', rows: inOrder(rows, ['unit_id', 'predecessor_id', 'measure']) },
  ];
}

/** Decimals that hold every declared figure of the framework. */
export const inputDecimals = ({ indicators }: Framework): number =>
  Math.max(0, ...indicators.flatMap(({ inputs }) => inputs.map(({ decimals }) => decimals)));

const frameworkRow = (framework: Framework): TableRow => ({
  framework_id: framework.framework_id,
  framework_sha256: framework.sha256,
  value_scale: scaleOf(framework.decimals),
  points_scale: scaleOf(framework.points_decimals),
  input_scale: scaleOf(inputDecimals(framework)),
});

/** The position counts every indicator, so that it stays when the next round assesses another choice. */
const indicatorRows = ({ indicators, points_decimals }: Framework): TableRow[] =>
  indicators
    .map((indicator, index) => ({ indicator, position: BigInt(index + 1) }))
    .filter(({ indicator }) => indicator.assessed)
    .map(({ indicator, position }) => indicatorRow(indicator, position, points_decimals));

const indicatorRow = (indicator: Indicator, position: bigint, pointsDecimals: number): TableRow => ({
  indicator: indicator.indicator,
  position,
  main_index: indicator.main_index,
  rule: indicator.rule,
  max_points_scaled: scaleDecimal(indicator.max_points, pointsDecimals),
});

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
  const decimals = inputDecimals(framework);
  const rows = observations.map(({ value, ...observation }) => ({
    unit_id: observation.unit_id,
    indicator: observation.indicator,
    input: observation.input,
    value_scaled: scaleDecimal(value, decimals),
    submission_sha256: observation.submission_sha256,
    sheet: observation.sheet,
    cell: observation.cell,
  }));
  return inOrder(rows, ['unit_id', 'indicator', 'input']);
}

function inOrder<Row extends TableRow>(rows: Row[], keys: (keyof Row)[]): Row[] {
  const keyOf = (row: Row) => keys.map((key) => String(row[key])).join('\u0000');
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ row }) => row);
}

/** The largest numbers that the SQL can meet on its way must fit 64 bits, for it has no wider integer. */
function refuseOverflow(framework: Framework): void {
  const inputScale = scaleOf(inputDecimals(framework));
  const maxima = framework.indicators.map(({ max_points }) => scaleDecimal(max_points, framework.points_decimals));
  const total = maxima.reduce((sum, points) => sum + points, 0n);
  const onTheWay =
    (2n * total + 1n) * (inputScale > scaleOf(framework.decimals) ? inputScale : scaleOf(framework.decimals));
  if (onTheWay + 2n * total <= largestBigint) return;
  throw new Fault('SCALE_OVERFLOW', `points and decimals of ${framework.framework_id} need more than 64 bits`);
}

/** The SQL has no table for them yet; to score without a word about them would publish another figure. */
function refuseUnscored(decisions: { unit_id: string; indicator: string }[]): void {
  const [first] = decisions;
  if (!first) return;
  throw new Fault(
    'INPUT_NOT_SCORED',
    `an answer state or appraisal of ${first.unit_id} ${first.indicator} is not scored`,
  );
}
