import type { Indicator } from '../../frameworks/framework.ts';
import { measuresOf } from '../../frameworks/measures.ts';
import { Fault } from '../../observability/fault.ts';
import type { Scoreboard, ScoreboardMeasure } from '../../scoring/scoreboard.ts';
import type { FrozenObservation } from '../../scoring/scores.ts';
import { trimZeros } from './points-working.ts';
import type { Ground, Provenance, TracedFile, TracedIndicator, TracedPart, TracedResult } from './provenance.ts';
import { traceIndicator } from './trace-indicator.ts';
import { type TracedRelease, tieKey, type UnitRows } from './traced-release.ts';
import { workValue } from './value-working.ts';

/**
 * Where one figure of a release comes from. Throws the faults `MEASURE_UNKNOWN`, `UNIT_UNKNOWN`, and `PROVENANCE_MISFIT`
 * where what would be told comes to another figure than the one that was published.
 */
export function provenanceOf(release: TracedRelease, unitId: string, measureId: string): Provenance {
  const { scoreboard } = release;
  const measure = scoreboard.measures.find(({ measure }) => measure === measureId);
  if (!measure) throw new Fault('MEASURE_UNKNOWN', `${scoreboard.release} has no measure ${measureId}`);
  const rows = release.rowsOf(unitId);
  if (!rows.unit) throw new Fault('UNIT_UNKNOWN', `${scoreboard.release} has no unit ${unitId}`);
  const indicators = indicatorsOf(release, measureId);
  const ground = requireFit(groundOf(release, rows, measure, indicators), rows, measure);
  const { unit_id, unit_name_vi, formed_from_vi } = rows.unit;
  return {
    ...headOf(scoreboard),
    framework: scoreboard.framework,
    unit: { unit_id, name_vi: unit_name_vi, formed_from_vi },
    measure: { measure: measureId, kind: measure.kind, name_vi: measure.name_vi, name_en: measure.name_en },
    result: resultOf(release, rows, measure, indicators),
    ground,
    files: filesOf(rows, indicators),
  };
}

function headOf({ release, group, group_name_vi, group_name_en, period, closing_date, ...scoreboard }: Scoreboard) {
  const { notice_vi, inputs_sha256 } = scoreboard;
  const notice = notice_vi === undefined ? {} : { notice_vi };
  return { release, group, group_name_vi, group_name_en, period, closing_date, ...notice, inputs_sha256 };
}

const partsOf = ({ framework }: TracedRelease, measureId: string): readonly string[] =>
  measuresOf(framework).find(({ measure }) => measure === measureId)?.main_indices ?? [];

function indicatorsOf(release: TracedRelease, measureId: string): Indicator[] {
  const parts = new Set(partsOf(release, measureId));
  return release.framework.indicators.filter(({ main_index }) => parts.has(main_index));
}

function groundOf(release: TracedRelease, rows: UnitRows, measure: ScoreboardMeasure, indicators: Indicator[]): Ground {
  const { decimals } = release.framework;
  if (measure.kind !== 'main_index') {
    const parts = partsOf(release, measure.measure).flatMap((part) => tracePart(release, rows, part));
    return { kind: 'measures', working: workValue(parts, decimals), parts };
  }
  const traced = rows.unit?.submission_sha256
    ? indicators.map((indicator) => traceIndicator(release, rows, indicator))
    : [];
  return { kind: 'indicators', working: workValue(traced.flatMap(countedIn), decimals), indicators: traced };
}

/** What left the maximum, or was not assessed, adds nothing to either sum. */
const countedIn = ({ points, max_points }: TracedIndicator) => (points === null ? [] : [{ points, max_points }]);

/** A main index that adds nothing to the maximum is told too: it is why the maximum is what it is. */
function tracePart(release: TracedRelease, { measures }: UnitRows, part: string): TracedPart[] {
  const score = measures.get(part);
  const measure = release.scoreboard.measures.find((one) => one.measure === part);
  if (!score || !measure) return [];
  const isAssessed = indicatorsOf(release, part).some(({ assessed }) => assessed);
  const missing = score.value === null ? (isAssessed ? 'not_applicable' : 'not_assessed') : null;
  const { name_vi, name_en } = measure;
  const [points, max_points] = [trimZeros(score.points), trimZeros(score.max_points)];
  return [{ measure: part, name_vi, name_en, points, max_points, value: score.value, missing }];
}

/** What is worked out is what was published, or the page is not drawn. */
function requireFit(ground: Ground, { unit }: UnitRows, { measure }: ScoreboardMeasure): Ground {
  const published = unit?.scores[measure]?.value ?? null;
  const worked = ground.working?.value ?? null;
  if (worked === published) return ground;
  throw new Fault('PROVENANCE_MISFIT', `${unit?.unit_id} ${measure}: ${worked} explains no ${published}`);
}

function resultOf(
  release: TracedRelease,
  { unit }: UnitRows,
  { measure }: ScoreboardMeasure,
  indicators: Indicator[],
): TracedResult {
  const score = unit?.scores[measure];
  if (!score) return missingResult(unit?.submission_sha256 ?? null, indicators);
  const { value, rank, answered } = score;
  const ranked_units = release.scoreboard.units.filter(({ scores }) => (scores[measure]?.rank ?? null) !== null).length;
  const tied_units = rank === null ? 0 : (release.tied.get(tieKey(measure, rank)) ?? 1);
  return { state: 'published', value, rank, ranked_units, tied_units, ...(answered ? { answered } : {}) };
}

function missingResult(submission: string | null, indicators: Indicator[]): TracedResult {
  if (!indicators.some(({ assessed }) => assessed)) return { state: 'not_assessed' };
  return submission === null ? { state: 'not_submitted' } : { state: 'not_applicable' };
}

function filesOf({ unit, observations, receipts }: UnitRows, indicators: Indicator[]): TracedFile[] {
  if (!unit?.submission_sha256) return [];
  const { submission_sha256: own, kept_from = [] } = unit;
  const figures = indicators
    .filter(({ assessed }) => assessed)
    .flatMap(({ indicator }): FrozenObservation[] => observations.get(indicator) ?? []);
  const files = new Set([own, ...figures.map(({ submission_sha256 }) => submission_sha256)]);
  return [...files].map((sha256) => ({
    submission_sha256: sha256,
    part: sha256 === own ? 'submission' : kept_from.includes(sha256) ? 'kept' : 'carried',
    received: receipts?.files.find((file) => file.sha256 === sha256) ?? null,
  }));
}
