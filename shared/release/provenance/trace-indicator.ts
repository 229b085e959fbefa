import type { Indicator } from '../../frameworks/framework.ts';
import { nameOfInput, nameOfInputEn } from '../../frameworks/input-names.ts';
import { unitOfInput } from '../../frameworks/units-of-measure.ts';
import { Fault } from '../../observability/fault.ts';
import type { FrozenObservation, IndicatorPoints } from '../../scoring/scores.ts';
import { pointsWorked, trimZeros, workPoints } from './points-working.ts';
import type { PointsWorking, ReceivedFile, TracedFigure, TracedIndicator, TracedPlace } from './provenance.ts';
import type { UnitReceipts } from './provenance-file.ts';
import type { TracedRelease, UnitRows } from './traced-release.ts';

/** One indicator of a unit that submitted: from what counts down to the places of its figures. */
export function traceIndicator(release: TracedRelease, unit: UnitRows, indicator: Indicator): TracedIndicator {
  const code = indicator.indicator;
  const row = unit.points.get(code);
  const observations = indicator.assessed ? (unit.observations.get(code) ?? []) : [];
  return {
    indicator: code,
    number: release.numbers.get(code) ?? '',
    name_vi: indicator.name_vi,
    name_en: indicator.name_en,
    rule: indicator.rule,
    illustrative: indicator.illustrative === true,
    max_points: trimZeros(indicator.max_points),
    state: row?.state ?? 'not_assessed',
    carried_from: unit.answers.get(code)?.carried_from ?? null,
    working: row && observations.length > 0 ? work(release, indicator, observations, row) : null,
    ...scoresOf(release, unit, row),
    figures: figuresOf(indicator, observations, unit.receipts),
  };
}

type TracedScores = Pick<TracedIndicator, 'self_points' | 'appraised_points' | 'reason' | 'points'>;

function scoresOf({ framework }: TracedRelease, unit: UnitRows, row: IndicatorPoints | undefined): TracedScores {
  if (!row) return { self_points: null, appraised_points: null, reason: null, points: null };
  const trimmed = (points: string | null) => points && trimZeros(points);
  // The inputs hold a reason only where the framework publishes it; asked again, because what is drawn stays.
  const isPublic = framework.appraisal_reasons === 'published' && row.appraised_points !== null;
  return {
    self_points: trimmed(row.self_points),
    appraised_points: trimmed(row.appraised_points),
    reason: isPublic ? (unit.appraisals.get(row.indicator)?.reason ?? null) : null,
    points: trimmed(row.points),
  };
}

/** Throws the fault `PROVENANCE_MISFIT`: a page must not explain another figure than the one that was published. */
function work(
  { framework }: TracedRelease,
  indicator: Indicator,
  observations: readonly FrozenObservation[],
  row: IndicatorPoints,
): PointsWorking {
  const working = workPoints(framework, indicator, new Map(observations.map(({ input, value }) => [input, value])));
  const worked = pointsWorked(working, indicator, framework.points_decimals);
  if (worked === row.self_points) return working;
  throw new Fault('PROVENANCE_MISFIT', `${row.unit_id} ${row.indicator}: ${worked} explains no ${row.self_points}`);
}

const figuresOf = (
  indicator: Indicator,
  observations: readonly FrozenObservation[],
  receipts: UnitReceipts | null,
): TracedFigure[] =>
  indicator.inputs.flatMap((input) => {
    const found = observations.find((observation) => observation.input === input.input);
    if (!found) return [];
    return [
      {
        input: input.input,
        label_vi: nameOfInput(indicator, input),
        label_en: nameOfInputEn(indicator, input),
        unit_of_measure_vi: unitOfInput(indicator, input),
        value: found.value,
        submission_sha256: found.submission_sha256,
        place: placeOf(found, receipts),
      },
    ];
  });

function placeOf({ sheet, cell, ...figure }: FrozenObservation, receipts: UnitReceipts | null): TracedPlace {
  if (sheet !== null && cell !== null) return { kind: 'cell', sheet, cell };
  const file = receipts?.files.find(({ sha256 }) => sha256 === figure.submission_sha256);
  const row = receipts?.rows.find(({ indicator, input }) => indicator === figure.indicator && input === figure.input);
  return file && row ? placeInText(file.format, row.row) : { kind: 'unknown' };
}

/** A list is counted from 0 by a pointer, and from 1 by people. */
const placeInText = (format: ReceivedFile['format'], row: number): TracedPlace =>
  format === 'csv' ? { kind: 'line', line: row } : { kind: 'pointer', pointer: `/${row - 1}/value` };
