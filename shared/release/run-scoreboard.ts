import type { Scoreboard } from '../scoring/scoreboard.ts';
import type { Scores } from '../scoring/scores.ts';
import { buildScoreboard } from './build-scoreboard.ts';
import { type Files, inputsDigest, readFrozenInputs, scoringInputs } from './frozen-inputs.ts';

/** The published table of a run, from its input files as they were frozen and the scores over them. */
export async function scoreboardOf(release: string, inputFiles: Files, scores: Scores): Promise<Scoreboard> {
  const inputs = await readFrozenInputs(inputFiles);
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
    inputsSha256: inputsDigest(inputFiles),
    submissions: new Map(submissions),
    keptFrom: new Map(kept),
    formedFrom: new Map(inputs.units.map(({ unit_id, formed_from_vi }) => [unit_id, formed_from_vi])),
    answers: inputs.answers,
    derivedFrom: null,
    notice: inputs.notice_vi,
  });
}
