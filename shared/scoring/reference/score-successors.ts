import type { Framework } from '../../frameworks/framework.ts';
import type { MeasureScore, Scores } from '../scores.ts';
import { type Decimal, meanHalfUp, readDecimal, sum, times } from './exact.ts';
import { scoreMeasures, type TalliedUnit, type Tally } from './score-measures.ts';

export interface Successor {
  unit_id: string;
  /** Unit ids of its predecessors; a unit that only continues has one. */
  formed_from: string[];
  ranked: boolean;
}

/** Of a predecessor, as its release has it. */
export type PublishedValue = Pick<MeasureScore, 'unit_id' | 'measure' | 'value'>;

export interface SuccessorInputs {
  /** The framework that the predecessors were scored by. */
  framework: Framework;
  successors: Successor[];
  /** Published scores of the predecessors, of which the main indices are read. */
  measure_scores: PublishedValue[];
}

/**
 * Carries published main indices over to the units formed from their bearers: plain mean, exact halves up, then total
 * and pillars by the normal formula. A successor with a predecessor that was not scored has no rows, like a unit that
 * did not submit. There are no indicator points: only main indices are carried over.
 */
export function scoreSuccessors({ framework, successors, measure_scores }: SuccessorInputs): Scores {
  const values = new Map(measure_scores.map(({ unit_id, measure, value }) => [keyOf(unit_id, measure), value]));
  const units = [...successors]
    .sort((a, b) => (a.unit_id < b.unit_id ? -1 : 1))
    .flatMap((successor) => tallySuccessor(framework, successor, values));
  return { indicator_points: [], ...scoreMeasures(framework, units) };
}

function tallySuccessor(
  framework: Framework,
  { unit_id, formed_from, ranked }: Successor,
  values: ReadonlyMap<string, string | null>,
): TalliedUnit[] {
  const tallies = new Map<string, Tally>();
  for (const [mainIndex, maxPoints] of assessedPoints(framework)) {
    const found = formed_from.flatMap((predecessor) => values.get(keyOf(predecessor, mainIndex)) ?? []);
    if (found.length === 0 || found.length < formed_from.length) return [];
    const mean = meanHalfUp(found.map(readDecimal), framework.decimals);
    tallies.set(mainIndex, { points: times(mean, maxPoints), maxPoints });
  }
  return [{ unitId: unit_id, ranked, tallies }];
}

function assessedPoints({ indicators }: Framework): Map<string, Decimal> {
  const assessed = indicators.filter((indicator) => indicator.assessed);
  const points = (of: typeof assessed) => sum(of.map(({ max_points }) => readDecimal(max_points)));
  return new Map([...Map.groupBy(assessed, ({ main_index }) => main_index)].map(([code, of]) => [code, points(of)]));
}

const keyOf = (unitId: string, mainIndex: string) => `${unitId} ${mainIndex}`;
