import type { Framework } from '../../frameworks/framework.ts';
import type { AnswerState, IndicatorPoints, Scores, ScoringInputs } from '../scores.ts';
import { compare, fixed, plus, readDecimal, times, zero } from './exact.ts';
import { type ScoredIndicator, type ScoredUnit, scoreIndicators } from './score-indicators.ts';
import { type AnswerCount, scoreMeasures, type Tally } from './score-measures.ts';

/**
 * The scorer that shares nothing with the SQL but the framework: it gives a unit its preview, and every run compares
 * the two to the last digit.
 */
export function scoreReference(inputs: ScoringInputs): Scores {
  const { framework } = inputs;
  const scored = scoreIndicators(inputs);
  const units = scored.map((unit) => ({
    unitId: unit.unitId,
    ranked: unit.ranked && hasAnsweredEnough(framework, unit),
    tallies: tallyMainIndices(unit.indicators),
    counts: countMainIndices(unit.indicators),
  }));
  return {
    indicator_points: scored.flatMap(({ unitId, indicators }) =>
      indicators.map((row) => toRow(unitId, row, framework.points_decimals)),
    ),
    ...scoreMeasures(framework, units),
  };
}

const answeredStates: AnswerState[] = ['answered', 'carried'];
const askedStates: AnswerState[] = [...answeredStates, 'not_answered'];

/** Of what applies and is due; multiplied out, because a share would have to be rounded. */
function hasAnsweredEnough({ minimum_answered_percent = 0 }: Framework, { indicators }: ScoredUnit): boolean {
  const { answered, asked } = countAnswers(indicators);
  const minimum = times(readDecimal(`${minimum_answered_percent}`), readDecimal(`${asked}`));
  return compare(times(readDecimal('100'), readDecimal(`${answered}`)), minimum) >= 0;
}

function countAnswers(indicators: ScoredIndicator[]): AnswerCount {
  const countOf = (states: AnswerState[]) => indicators.filter(({ state }) => states.includes(state)).length;
  return { answered: countOf(answeredStates), asked: countOf(askedStates) };
}

function countMainIndices(indicators: ScoredIndicator[]): Map<string, AnswerCount> {
  const groups = Map.groupBy(indicators, ({ indicator }) => indicator.main_index);
  return new Map([...groups].map(([mainIndex, own]) => [mainIndex, countAnswers(own)]));
}

function tallyMainIndices(indicators: ScoredIndicator[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { indicator, points, maxPoints } of indicators) {
    const before = tallies.get(indicator.main_index) ?? { points: zero, maxPoints: zero };
    tallies.set(indicator.main_index, {
      points: plus(before.points, points ?? zero),
      maxPoints: plus(before.maxPoints, maxPoints),
    });
  }
  return tallies;
}

const toRow = (unitId: string, row: ScoredIndicator, decimals: number): IndicatorPoints => ({
  unit_id: unitId,
  indicator: row.indicator.indicator,
  state: row.state,
  self_points: row.selfPoints && fixed(row.selfPoints, decimals),
  appraised_points: row.appraisedPoints && fixed(row.appraisedPoints, decimals),
  points: row.points && fixed(row.points, decimals),
  max_points: fixed(row.maxPoints, decimals),
});
