import type { Framework, IndicatorInput, ScoringRule } from '../../shared/frameworks/framework.ts';
import { fixedInputs, ruleShapes } from '../../shared/frameworks/rules.ts';
import { buildScoreboard } from '../../shared/release/build-scoreboard.ts';
import type { FrozenInputs, PopulationUnit } from '../../shared/release/frozen-inputs.ts';
import type { ProvenanceFile } from '../../shared/release/provenance/provenance-file.ts';
import { type TracedRelease, traceRelease } from '../../shared/release/provenance/traced-release.ts';
import { scoreReference } from '../../shared/scoring/reference/score-reference.ts';
import type { Scores } from '../../shared/scoring/scores.ts';
import { groupOf } from '../../shared/units/groups.ts';
import { hashNamed } from './hash-named.ts';
import { type IndicatorSketch, sketchFramework, sketchRound, type UnitSketches } from './scoring-round.ts';

/** With the inputs that each rule asks for, of any whole number of decimals. */
export function tracedFramework(
  indicators: Record<string, IndicatorSketch>,
  change: Partial<Framework> = {},
): Framework {
  const withInputs = Object.entries(indicators).map(([code, sketch]) => [
    code,
    { ...sketch, inputs: inputsOf(sketch.rule, sketch.tiers?.map(({ key }) => key) ?? []) },
  ]);
  return sketchFramework(Object.fromEntries(withInputs), change);
}

const inputsOf = (rule: ScoringRule, keys: string[]): IndicatorInput[] =>
  ruleShapes[rule].inputs?.map((input) => ({ input, decimals: 4, minimum: null, maximum: null })) ??
  fixedInputs(rule, keys);

export interface SketchOptions {
  change?: Partial<FrozenInputs>;
  units?: Partial<PopulationUnit>[];
  provenance?: ProvenanceFile | null;
  /** What the run is said to have come to, from what it did. */
  tamper?: (scores: Scores) => Scores;
}

export const sketchRelease = 'dti/province34/2024/r1';

/** A release of that framework, in which each unit sent one workbook: figure n of the round stands in cell `D<n>`. */
export function traceSketch(framework: Framework, units: UnitSketches, options: SketchOptions = {}): TracedRelease {
  const { holds: _, owner: __, ...group } = groupOf('province34');
  const round = sketchRound(framework, units);
  const population = round.units.map(
    (unit, place): PopulationUnit => ({
      ...{ ...unit, submission_sha256: hashNamed(unit.unit_id), formed_from_vi: [] },
      ...options.units?.[place],
    }),
  );
  const inputs: FrozenInputs = {
    ...{ group, period: '2024', closing_date: '2024-12-31', framework, units: population },
    observations: round.observations.map((figure, place) => ({
      ...figure,
      ...{ submission_sha256: hashNamed(figure.unit_id), sheet: 'Số liệu', cell: `D${place + 1}` },
    })),
    answers: round.answers ?? [],
    appraisals: round.appraisals ?? [],
    ...options.change,
  };
  const scores = (options.tamper ?? ((same) => same))(scoreReference(inputs));
  return traceRelease({
    scoreboard: scoreboardOf(inputs, scores),
    inputs,
    scores,
    provenance: options.provenance ?? null,
  });
}

const scoreboardOf = (inputs: FrozenInputs, scores: Scores) =>
  buildScoreboard({
    ...{ release: sketchRelease, group: inputs.group, period: inputs.period, closingDate: inputs.closing_date },
    ...{ scores, framework: inputs.framework, units: inputs.units, inputsSha256: hashNamed('inputs') },
    submissions: new Map(
      inputs.units.flatMap((unit) => (unit.submission_sha256 ? [[unit.unit_id, unit.submission_sha256]] : [])),
    ),
    keptFrom: new Map(inputs.units.flatMap((unit) => (unit.kept_from ? [[unit.unit_id, unit.kept_from]] : []))),
    ...{ formedFrom: new Map(), answers: inputs.answers, derivedFrom: null },
  });
