import type { Framework } from '../../frameworks/framework.ts';
import { Fault } from '../../observability/fault.ts';
import { scoreMeasures, type Tally } from '../../scoring/reference/score-measures.ts';
import { scoreSuccessors } from '../../scoring/reference/score-successors.ts';
import type { Scoreboard, ScoreboardUnit } from '../../scoring/scoreboard.ts';
import type { MeasureScore, ScoringInputs } from '../../scoring/scores.ts';
import { additivityOf } from './additive-rules.ts';
import type { Backcast, BackcastState, Backcasts, SuccessorBackcasts, SummedBackcast } from './backcasts.ts';
import { type DeclaredRound, readDeclared, sumDeclared, tallyIndicators } from './sum-declared.ts';
import { readWeights, type WeighedPredecessor, weighMainIndices } from './weigh-main-indices.ts';

/** A release of predecessors with what it was scored from. */
export interface BackcastSource {
  scoreboard: Scoreboard;
  inputs: ScoringInputs;
}

export interface ContextColumn {
  /** Such as `population_2024`. */
  column: string;
  /** Where it was taken from. */
  source: string;
  /** Positive decimal text by unit_id of the predecessors. */
  values: ReadonlyMap<string, string>;
}

export interface BackcastRequest {
  /** Predecessors may have been ranked in several groups; all of one period and framework. */
  sources: readonly BackcastSource[];
  /** Group whose members the successors are. */
  group: string;
  /** `formed_from` is empty for a unit that only continues under its own id. */
  successors: readonly { unit_id: string; name_vi: string; formed_from: readonly string[] }[];
  weights: ContextColumn | null;
}

/** Throws the fault `BACKCAST_SOURCES_DIFFER`. */
export function backcastSuccessors({ sources, group, successors, weights }: BackcastRequest): Backcasts {
  const inputs = joinInputs(sources);
  const { framework } = inputs;
  const { period } = sources[0]!.scoreboard;
  const round: Round = {
    framework,
    declared: readDeclared(inputs),
    published: new Map(
      sources.flatMap(({ scoreboard }) => scoreboard.units.map((unit) => [unit.unit_id, unit] as const)),
    ),
    weights,
  };
  const used = new Set(framework.indicators.filter(({ assessed }) => assessed).map(({ rule }) => rule));
  return {
    period,
    releases: sources.map(({ scoreboard }) => scoreboard.release),
    framework: { framework_id: framework.framework_id, version: framework.version, sha256: framework.sha256 },
    group,
    weights: weights && { column: weights.column, source: weights.source },
    rules: [...used].sort().map((rule) => {
      const { inputs: amounts, reason_vi } = additivityOf[rule];
      return { rule, additive: amounts.length > 0, reason_vi };
    }),
    units: successors.map((successor) => backcast(successor, round)).sort((a, b) => (a.unit_id < b.unit_id ? -1 : 1)),
  };
}

function joinInputs(sources: readonly BackcastSource[]): ScoringInputs {
  const facts = sources.map(({ scoreboard, inputs }) => `${scoreboard.period} by ${inputs.framework.sha256}`);
  if (new Set(facts).size !== 1)
    throw new Fault('BACKCAST_SOURCES_DIFFER', `one period and one framework are needed, found ${facts.join('; ')}`);
  return {
    framework: sources[0]!.inputs.framework,
    units: sources.flatMap(({ inputs }) => inputs.units),
    observations: sources.flatMap(({ inputs }) => inputs.observations),
    answers: sources.flatMap(({ inputs }) => inputs.answers ?? []),
    appraisals: sources.flatMap(({ inputs }) => inputs.appraisals ?? []),
  };
}

interface Round {
  framework: Framework;
  declared: DeclaredRound;
  published: ReadonlyMap<string, ScoreboardUnit>;
  weights: ContextColumn | null;
}

function backcast(successor: BackcastRequest['successors'][number], round: Round): SuccessorBackcasts {
  const { unit_id, name_vi } = successor;
  const formedFrom = successor.formed_from.length > 0 ? successor.formed_from : [unit_id];
  return {
    unit_id,
    unit_name_vi: name_vi,
    formed_from: formedFrom.map((predecessor) => ({
      unit_id: predecessor,
      unit_name_vi: round.published.get(predecessor)?.unit_name_vi ?? predecessor,
      weight: round.weights?.values.get(predecessor) ?? null,
    })),
    official_mean: officialMean(unit_id, formedFrom, round),
    as_if_merged: asIfMerged(formedFrom, round),
    weighted: weighted(formedFrom, round),
  };
}

function officialMean(unit_id: string, formedFrom: readonly string[], { framework, published }: Round): Backcast {
  const measure_scores = formedFrom.flatMap((predecessor) =>
    Object.entries(published.get(predecessor)?.scores ?? {}).map(([measure, score]) => ({
      unit_id: predecessor,
      measure,
      ...score,
    })),
  );
  const successors = [{ unit_id, formed_from: [...formedFrom], ranked: false }];
  const rows = scoreSuccessors({ framework, successors, measure_scores }).measure_scores;
  return rows.length === 0 ? without('predecessor_missing') : computed(rows);
}

function weighted(formedFrom: readonly string[], { framework, published, weights }: Round): Backcast {
  const predecessors = formedFrom.map(
    (unitId): WeighedPredecessor => ({
      weight: weights?.values.get(unitId) ?? null,
      values: new Map(
        Object.entries(published.get(unitId)?.scores ?? {}).map(([measure, { value }]) => [measure, value]),
      ),
    }),
  );
  const numbers = readWeights(predecessors);
  if (!numbers) return without('weight_missing');
  const tallies = weighMainIndices(framework, predecessors, numbers);
  return tallies ? computed(scoreTallies(framework, tallies)) : without('predecessor_missing');
}

function asIfMerged(formedFrom: readonly string[], { framework, declared }: Round): SummedBackcast {
  const indicators = sumDeclared(declared, formedFrom);
  if (!indicators) return { ...without('predecessor_missing'), summed_points: {}, indicators: [] };
  const summed = indicators.filter(({ state }) => state === 'summed');
  if (summed.length === 0) return { ...without('not_additive'), summed_points: {}, indicators };
  const { scores } = computed(scoreTallies(framework, tallyIndicators(framework, indicators)));
  const onSums = scoreTallies(framework, tallyIndicators(framework, summed));
  const summed_points = Object.fromEntries(onSums.map(({ measure, max_points }) => [measure, max_points]));
  return { state: 'computed', scores, summed_points, indicators };
}

const scoreTallies = (framework: Framework, tallies: ReadonlyMap<string, Tally>): MeasureScore[] =>
  scoreMeasures(framework, [{ unitId: 'merged', ranked: false, tallies }]).measure_scores;

const without = (state: Exclude<BackcastState, 'computed'>): Backcast => ({ state, scores: {} });

const computed = (rows: MeasureScore[]): Backcast => ({
  state: 'computed',
  scores: Object.fromEntries(
    rows.flatMap(({ measure, value, points, max_points }) =>
      value === null ? [] : [[measure, { value, points, max_points }]],
    ),
  ),
});
