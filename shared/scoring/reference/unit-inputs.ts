import type { Framework } from '../../frameworks/framework.ts';
import type { AnswerState, FrozenObservation, FrozenUnit, ScoringInputs } from '../scores.ts';
import { broken } from './broken.ts';
import { compare, type Decimal, readDecimal, zero } from './exact.ts';

/** What one unit handed in and was appraised at. */
export interface UnitInputs {
  unit: FrozenUnit;
  /** Throws where the figure is missing: that is never zero. */
  figureOf: (indicator: string, input: string) => Decimal;
  /** By indicator; those that are not here are answered. */
  states: ReadonlyMap<string, AnswerState>;
  appraised: ReadonlyMap<string, Decimal>;
}

/**
 * Units that submitted, by unit_id, each read only when it is its turn: small indexes of one unit are cheaper than three
 * of a whole country. Throws the fault `SCORING_INPUTS_BROKEN` where something is repeated, nobody's, or of an unknown
 * indicator.
 */
export function* readUnitInputs(inputs: ScoringInputs): Generator<UnitInputs> {
  const submitted = inputs.units.filter((unit) => unit.submitted).sort((a, b) => (a.unit_id < b.unit_id ? -1 : 1));
  const observations = groupByUnit(inputs.observations, 'figures', submitted);
  const answers = groupByUnit(inputs.answers, 'states', submitted);
  const appraisals = groupByUnit(inputs.appraisals, 'appraisals', submitted);
  const known = new Map(inputs.framework.indicators.map((one) => [one.indicator, readDecimal(one.max_points)]));
  for (const unit of submitted) {
    const of = { unit, known };
    yield {
      unit,
      figureOf: indexFigures(of, observations.get(unit.unit_id)),
      states: indexOnce(of, answers.get(unit.unit_id), 'a state', ({ state }) => state),
      appraised: indexOnce(of, appraisals.get(unit.unit_id), 'an appraisal', (row) =>
        readAppraisal(inputs.framework, row, known.get(row.indicator)!),
      ),
    };
  }
}

interface Of {
  unit: FrozenUnit;
  /** Maximum by indicator of the framework. */
  known: ReadonlyMap<string, Decimal>;
}

interface Row {
  unit_id: string;
  indicator: string;
}

function groupByUnit<T extends Row>(rows: T[] = [], what: string, submitted: FrozenUnit[]): Map<string, T[]> {
  const unitIds = new Set(submitted.map((unit) => unit.unit_id));
  if (unitIds.size < submitted.length) throw broken('a unit stands twice among those that submitted');
  const groups = Map.groupBy(rows, ({ unit_id }) => unit_id);
  const stranger = [...groups.keys()].find((unitId) => !unitIds.has(unitId));
  if (stranger !== undefined) throw broken(`${stranger} has ${what}, but is not among the units that submitted`);
  return groups;
}

function indexFigures(of: Of, observations: FrozenObservation[] = []): UnitInputs['figureOf'] {
  const figures = new Map<string, Decimal>();
  for (const { indicator, input, value } of observations) {
    const key = `${indicator} ${input}`;
    refuseUnknown(of, indicator);
    if (figures.has(key)) throw broken(`${of.unit.unit_id} has ${input} of ${indicator} twice`);
    figures.set(key, readDecimal(value));
  }
  return (indicator, input) => {
    const figure = figures.get(`${indicator} ${input}`);
    if (!figure) throw broken(`${of.unit.unit_id} has no ${input} of ${indicator}, yet counts as submitted`);
    return figure;
  };
}

function indexOnce<T extends Row, V>(of: Of, rows: T[] = [], what: string, read: (row: T) => V): Map<string, V> {
  const values = new Map<string, V>();
  for (const row of rows) {
    refuseUnknown(of, row.indicator);
    if (values.has(row.indicator)) throw broken(`${of.unit.unit_id} has ${what} of ${row.indicator} twice`);
    values.set(row.indicator, read(row));
  }
  return values;
}

function refuseUnknown({ unit, known }: Of, indicator: string): void {
  if (!known.has(indicator)) throw broken(`${unit.unit_id} has ${indicator}, which the framework does not know`);
}

function readAppraisal({ points_decimals }: Framework, row: Row & { points: string }, maxPoints: Decimal): Decimal {
  const points = readDecimal(row.points);
  const isInRange = compare(points, zero) >= 0 && compare(points, maxPoints) <= 0;
  if (!isInRange || points.decimals > points_decimals)
    throw broken(`${row.unit_id} was appraised at ${row.points} for ${row.indicator}, which it cannot earn`);
  return points;
}
