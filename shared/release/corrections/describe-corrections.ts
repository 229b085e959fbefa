import type { Framework } from '../../frameworks/framework.ts';
import { measuresOf } from '../../frameworks/measures.ts';
import type { Scoreboard, ScoreboardUnit } from '../../scoring/scoreboard.ts';
import type { FrozenInputs } from '../frozen-inputs.ts';
import type { CorrectionReason } from '../selection.ts';
import { compareInputs, type InputCorrections } from './compare-inputs.ts';
import { compareScoresOf, type OwnCauses } from './compare-scores.ts';
import type { AverageCorrection, CorrectionCounts, Corrections, UnitCorrection } from './corrections.ts';

export interface CorrectionsSource {
  now: Scoreboard;
  before: Scoreboard;
  inputs: { now: FrozenInputs; before: FrozenInputs };
  reason: CorrectionReason;
}

/** Every figure, value and rank that is other than in the release before it of the same period. */
export function describeCorrections({ now, before, inputs, reason }: CorrectionsSource): Corrections {
  const inputsOf = compareInputs(inputs.before, inputs.now);
  const scoresOf = compareScoresOf(before, now);
  const causesOf = ownCauses(inputs);
  const units = pairUnits(before, now).flatMap(({ old, present }): UnitCorrection[] => {
    const { unit_id, unit_name_vi } = (present ?? old)!;
    const changed = inputsOf(unit_id);
    const scores = scoresOf(old, present, causesOf(changed));
    const unit = { unit_id, unit_name_vi, ...changed, scores };
    return isSame(unit) ? [] : [unit];
  });
  const averages = compareAverages(before, now);
  return { release: now.release, corrects: before.release, reason, counts: countAll(units), averages, units };
}

interface Pair {
  old: ScoreboardUnit | undefined;
  present: ScoreboardUnit | undefined;
}

function pairUnits(before: Scoreboard, now: Scoreboard): Pair[] {
  const earlier = new Map(before.units.map((unit) => [unit.unit_id, unit]));
  const members = new Set(now.units.map(({ unit_id }) => unit_id));
  const left = before.units.filter(({ unit_id }) => !members.has(unit_id));
  return [
    ...now.units.map((present) => ({ old: earlier.get(present.unit_id), present })),
    ...left.map((old) => ({ old, present: undefined })),
  ];
}

const isSame = ({ figures, states, points, scores }: UnitCorrection): boolean =>
  figures.length + states.length + points.length + Object.keys(scores).length === 0;

/** Of the indicators that a measure holds, under either framework. */
function ownCauses({ now, before }: CorrectionsSource['inputs']): (changed: InputCorrections) => OwnCauses {
  const indicators = indicatorsByMeasure([now.framework, before.framework]);
  const isOtherMethod = now.framework.sha256 !== before.framework.sha256;
  return ({ figures, states, points }) => {
    const [declared, appraised] = [[...figures, ...states], points].map(
      (rows) => new Set(rows.map(({ indicator }) => indicator)),
    ) as [Set<string>, Set<string>];
    return (measure) => {
      const touches = (touched: Set<string>) => indicators.get(measure)?.isDisjointFrom(touched) === false;
      return [
        ...(touches(declared) ? (['figures'] as const) : []),
        ...(touches(appraised) ? (['appraisal'] as const) : []),
        ...(isOtherMethod ? (['method'] as const) : []),
      ];
    };
  };
}

function indicatorsByMeasure(frameworks: Framework[]): Map<string, Set<string>> {
  const held = new Map<string, Set<string>>();
  for (const framework of frameworks) {
    for (const { measure, main_indices } of measuresOf(framework)) {
      const own = framework.indicators.filter(({ main_index }) => main_indices.includes(main_index));
      held.set(measure, new Set([...(held.get(measure) ?? []), ...own.map(({ indicator }) => indicator)]));
    }
  }
  return held;
}

const compareAverages = (before: Scoreboard, now: Scoreboard): AverageCorrection[] =>
  now.measures.flatMap(({ measure, kind, average }) => {
    const earlier = before.measures.find((one) => one.measure === measure)?.average ?? null;
    return earlier === average ? [] : [{ measure, kind, before: earlier, after: average }];
  });

function countAll(units: UnitCorrection[]): CorrectionCounts {
  const scores = units.flatMap((unit) => Object.values(unit.scores));
  const sum = (of: (unit: UnitCorrection) => unknown[]) => units.reduce((total, unit) => total + of(unit).length, 0);
  return {
    units: units.length,
    figures: sum(({ figures }) => figures),
    points: sum(({ points }) => points),
    values: scores.filter(({ value_causes }) => value_causes.length > 0).length,
    ranks: scores.filter(({ rank_causes }) => rank_causes.length > 0).length,
  };
}
