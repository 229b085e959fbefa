import type { Indicator } from '../../frameworks/framework.ts';
import { indicatorNumbers } from '../../frameworks/indicator-numbers.ts';
import type { FrozenInputs } from '../../release/frozen-inputs.ts';
import { figuresOfGroup, type GroupFigures } from '../../release/profile/group-figures.ts';
import { type ChangesOfIndicators, changesOfIndicators } from '../../release/profile/indicator-changes.ts';
import { indicatorsOfBoth } from '../../release/profile/indicator-changes-words.ts';
import type { ReportSource } from '../../release/report-source.ts';
import { fullNamesOf } from '../../release/unit-full-names.ts';
import type { ScoreboardUnit } from '../../scoring/scoreboard.ts';
import type { FrozenAppraisal } from '../../scoring/scores.ts';

/** What became of each indicator of a unit, with what indicators are called. */
export interface ChangedIndicators {
  of: ChangesOfIndicators;
  /** Of either round. */
  indicators: ReadonlyMap<string, Indicator>;
  /** In the present framework. */
  numbers: ReadonlyMap<string, string>;
}

export function changedIndicatorsOf({ earlier, scores }: ReportSource, inputs: FrozenInputs): ChangedIndicators | null {
  if (!earlier) return null;
  return {
    of: changesOfIndicators({ earlier, now: { inputs, points: scores.indicator_points } }),
    indicators: indicatorsOfBoth(inputs.framework, earlier.inputs.framework),
    numbers: indicatorNumbers(inputs.framework),
  };
}

/** What profiles are written from; all that does not hang on one unit is made once for the group. */
export interface ProfileSource {
  source: ReportSource;
  inputs: FrozenInputs;
  group: GroupFigures;
  /** As in law. */
  nameOf: (unit: ScoreboardUnit) => string;
  /** Nothing of any other unit may be told: its result is not released. */
  alone: boolean;
  /** Against the release that `changes` of the source are against; null: nothing is known of its indicators. */
  indicatorChanges: ChangedIndicators | null;
  /** The declared figures and decisions of one unit. */
  own: (unitId: string) => Pick<FrozenInputs, 'observations' | 'answers' | 'appraisals'>;
}

export function profileSourceOf(source: ReportSource, inputs: FrozenInputs, alone = false): ProfileSource {
  const byUnit = <Row extends { unit_id: string }>(rows: Row[]) => Map.groupBy(rows, ({ unit_id }) => unit_id);
  const observations = byUnit(inputs.observations);
  const answers = byUnit(inputs.answers);
  const appraisals: Map<string, FrozenAppraisal[]> = byUnit(inputs.appraisals);
  return {
    ...{
      source,
      inputs,
      group: figuresOfGroup(source.scoreboard, source.scores),
      nameOf: fullNamesOf(source.scoreboard),
    },
    alone,
    indicatorChanges: changedIndicatorsOf(source, inputs),
    own: (unitId) => ({
      observations: observations.get(unitId) ?? [],
      answers: answers.get(unitId) ?? [],
      appraisals: appraisals.get(unitId) ?? [],
    }),
  };
}
