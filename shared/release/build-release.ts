import type { Scores } from '../scoring/scores.ts';
import { writeRankingReport } from '../workbook/report/ranking-report.ts';
import { buildScoreboard } from './build-scoreboard.ts';
import { type Files, inputsDigest, readFrozenInputs, scoringInputs } from './frozen-inputs.ts';
import { manifestPath, writeManifest } from './manifest.ts';
import type { Scoreboard } from './scoreboard.ts';
import { renderScoreboardCsv } from './scoreboard-csv.ts';
import { renderScoreboardJson } from './scoreboard-json.ts';

/** The published table of a run, from its input files as they were frozen and the scores over them. */
export async function scoreboardOf(release: string, inputFiles: Files, scores: Scores): Promise<Scoreboard> {
  const inputs = await readFrozenInputs(inputFiles);
  const submissions = inputs.units.flatMap(({ unit_id, submission_sha256 }) =>
    submission_sha256 ? [[unit_id, submission_sha256] as const] : [],
  );
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
    formedFrom: new Map(inputs.units.map(({ unit_id, formed_from_vi }) => [unit_id, formed_from_vi])),
    derivedFrom: null,
  });
}

/** Every promised file of a release, made from its inputs and scores alone: equal arguments, equal bytes. */
export async function buildRelease(release: string, inputFiles: Files, scores: Scores): Promise<Files> {
  return withOutputs(await scoreboardOf(release, inputFiles, scores), inputFiles);
}

/** The input files as they are, the outputs, and the manifest over both. */
export async function withOutputs(scoreboard: Scoreboard, inputFiles: Files): Promise<Files> {
  const encode = (text: string) => new TextEncoder().encode(text);
  const files: Files = new Map([
    ...inputFiles,
    ['scoreboard.json', encode(renderScoreboardJson(scoreboard))],
    ['scoreboard.csv', encode(renderScoreboardCsv(scoreboard))],
    ['ranking.xlsx', await writeRankingReport(scoreboard)],
  ]);
  return files.set(manifestPath, encode(writeManifest(scoreboard, files)));
}
