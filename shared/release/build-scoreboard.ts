import type { Framework, Measure } from '../frameworks/framework.ts';
import { measuresOf } from '../frameworks/measures.ts';
import { Fault } from '../observability/fault.ts';
import { fixed, readDecimal, sum } from '../scoring/reference/exact.ts';
import type {
  PublishedScore,
  Scoreboard,
  ScoreboardFramework,
  ScoreboardMeasure,
  ScoreboardUnit,
} from '../scoring/scoreboard.ts';
import type { FrozenAnswer, FrozenUnit, MeasureScore, Scores } from '../scoring/scores.ts';
import type { Group } from '../units/unit.ts';

export interface ScoreboardSource {
  /** `dti/province34/2024/r1`. */
  release: string;
  group: Group;
  period: string;
  /** `YYYY-MM-DD`, last day of the period. */
  closingDate: string;
  scores: Scores;
  units: FrozenUnit[];
  framework: Framework;
  inputsSha256: string;
  /** Of the period. */
  notice?: string | undefined;
  /** SHA-256 of the accepted submission by unit_id. */
  submissions: Map<string, string>;
  /** Earlier files of which a part left figures standing, by unit_id. */
  keptFrom?: Map<string, string[]>;
  /** Names of predecessors by unit_id; one predecessor alone is a unit that only continues. */
  formedFrom: Map<string, string[]>;
  /** Those that are not plainly answered. */
  answers: FrozenAnswer[];
  /** Release whose scores were carried over to successors; such scores are never ranked. */
  derivedFrom: string | null;
}

/** @throws Fault `SCORES_INCOMPLETE` when a unit that submitted has no score: it must not be published as absent. */
export function buildScoreboard(source: ScoreboardSource): Scoreboard {
  const rows = Map.groupBy(source.scores.measure_scores, ({ unit_id }) => unit_id);
  const answers = Map.groupBy(source.answers, ({ unit_id }) => unit_id);
  const units = source.units
    .map((unit) => ({
      ...describeUnit(unit, rows.get(unit.unit_id) ?? [], source),
      ...markCarried(answers.get(unit.unit_id) ?? []),
    }))
    .sort(byRankThenId);
  return {
    release: source.release,
    index: source.framework.index,
    group: source.group.group,
    group_name_vi: source.group.name_vi,
    group_name_en: source.group.name_en,
    period: source.period,
    closing_date: source.closingDate,
    framework: describeFramework(source.framework),
    ...(source.notice === undefined ? {} : { notice_vi: source.notice }),
    derived_from: source.derivedFrom,
    inputs_sha256: source.inputsSha256,
    unit_count: units.length,
    submitted_count: units.filter(({ submission_sha256 }) => submission_sha256 !== null).length,
    ranked_count: units.filter(({ state }) => state === 'ranked').length,
    measures: measuresOf(source.framework).map((measure) => describeMeasure(measure, source)),
    units,
  };
}

function describeFramework(framework: Framework): ScoreboardFramework {
  return {
    framework_id: framework.framework_id,
    version: framework.version,
    sha256: framework.sha256,
    title_vi: framework.title_vi,
    legal_number: framework.legal_reference.number,
    illustrative: framework.illustrative,
    note_vi: framework.note_vi,
    ...(framework.minimum_units_percent === undefined
      ? {}
      : { minimum_units_percent: framework.minimum_units_percent }),
  };
}

function describeMeasure(measure: Measure, source: ScoreboardSource): ScoreboardMeasure {
  const average = source.scores.averages.find((row) => row.measure === measure.measure);
  return {
    measure: measure.measure,
    kind: measure.kind,
    name_vi: measure.name_vi,
    name_en: measure.name_en,
    average: average?.value ?? null,
    average_units: average?.unit_count ?? 0,
    max_points: assessedPoints(measure, source.framework),
    ranked: measure.ranked && source.group.ranked && source.derivedFrom === null,
  };
}

/** Null when nothing of the measure was assessed in this round. */
function assessedPoints(measure: Measure, framework: Framework): string | null {
  const assessed = framework.indicators.filter((i) => i.assessed && measure.main_indices.includes(i.main_index));
  if (assessed.length === 0) return null;
  return fixed(sum(assessed.map(({ max_points }) => readDecimal(max_points))), framework.points_decimals);
}

function describeUnit(unit: FrozenUnit, rows: MeasureScore[], source: ScoreboardSource): ScoreboardUnit {
  if (unit.submitted && rows.length === 0) throw new Fault('SCORES_INCOMPLETE', `No score for ${unit.unit_id}`);
  const scores = Object.fromEntries(publishedScores(rows, source));
  const total = measuresOf(source.framework).find(({ kind }) => kind === 'total');
  const keptFrom = source.keptFrom?.get(unit.unit_id);
  const predecessors = source.formedFrom.get(unit.unit_id) ?? [];
  const rank = (total && scores[total.measure]?.rank) ?? null;
  return {
    unit_id: unit.unit_id,
    unit_name_vi: unit.name_vi,
    state: rank !== null ? 'ranked' : rows.length > 0 ? 'unranked' : 'not_submitted',
    rank,
    scores,
    submission_sha256: source.submissions.get(unit.unit_id) ?? null,
    ...(keptFrom ? { kept_from: keptFrom } : {}),
    formed_from_vi: predecessors.length > 1 ? predecessors : [],
  };
}

/** Counted by the period the figures are of, earliest first. */
function markCarried(answers: FrozenAnswer[]): Pick<ScoreboardUnit, 'carried'> {
  const periods = Map.groupBy(answers, ({ carried_from }) => carried_from);
  periods.delete(null);
  const counts = [...periods].map(([period, of]): [string, number] => [period!, of.length]);
  return counts.length === 0 ? {} : { carried: Object.fromEntries(counts.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** In publication order, whatever order the rows came in: the order of keys is part of the published bytes. */
function publishedScores(rows: MeasureScore[], source: ScoreboardSource): [string, PublishedScore][] {
  return measuresOf(source.framework).flatMap(({ measure }) => {
    const row = rows.find((candidate) => candidate.measure === measure);
    if (row === undefined || row.value === null) return [];
    const rank = source.derivedFrom === null ? row.rank : null;
    return [[measure, { value: row.value, points: row.points, max_points: row.max_points, rank, ...unanswered(row) }]];
  });
}

/** Said only where something was left unanswered, so that a complete round keeps its bytes. */
const unanswered = ({ answered_count, asked_count }: MeasureScore): Pick<PublishedScore, 'answered'> =>
  answered_count < asked_count ? { answered: { answered: answered_count, asked: asked_count } } : {};

/** Ids are ASCII, so comparing strings compares bytes. */
function byRankThenId(a: ScoreboardUnit, b: ScoreboardUnit): number {
  const byRank = (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY);
  if (a.rank !== b.rank) return byRank;
  return a.unit_id < b.unit_id ? -1 : a.unit_id > b.unit_id ? 1 : 0;
}
