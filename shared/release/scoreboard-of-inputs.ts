import type { Scoreboard } from '../scoring/scoreboard.ts';
import type { Scores } from '../scoring/scores.ts';
import { buildScoreboard } from './build-scoreboard.ts';
import type { FrozenInputs } from './frozen-inputs.ts';
import { scoringInputs } from './read-inputs.ts';

interface ScoredInputs {
  /** `dti/province34/2024/r1` */
  release: string;
  inputs: FrozenInputs;
  inputsSha256: string;
  scores: Scores;
}

/** The published table from inputs that are read and hashed already. */
export function scoreboardOfInputs({ release, inputs, inputsSha256, scores }: ScoredInputs): Scoreboard {
  const submissions = inputs.units.flatMap(({ unit_id, submission_sha256 }) =>
    submission_sha256 ? [[unit_id, submission_sha256] as const] : [],
  );
  const kept = inputs.units.flatMap(({ unit_id, kept_from }) => (kept_from ? [[unit_id, kept_from] as const] : []));
  return buildScoreboard({
    release,
    group: inputs.group,
    period: inputs.period,
    closingDate: inputs.closing_date,
    scores,
    units: scoringInputs(inputs).units,
    framework: inputs.framework,
    inputsSha256,
    submissions: new Map(submissions),
    keptFrom: new Map(kept),
    formedFrom: new Map(inputs.units.map(({ unit_id, formed_from_vi }) => [unit_id, formed_from_vi])),
    answers: inputs.answers,
    derivedFrom: null,
    notice: inputs.notice_vi,
  });
}
