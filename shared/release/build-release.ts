import type { Scores } from '../scoring/scores.ts';
import { writeRankingReport } from '../workbook/report/ranking-report.ts';
import { buildScoreboard } from './build-scoreboard.ts';
import { type Files, type FrozenInputs, inputsDigest, scoringInputs, writeFrozenInputs } from './frozen-inputs.ts';
import { manifestPath, writeManifest } from './manifest.ts';
import type { Scoreboard } from './scoreboard.ts';
import { renderScoreboardCsv } from './scoreboard-csv.ts';
import { renderScoreboardJson } from './scoreboard-json.ts';

/** The published table of a run. */
export function scoreboardOf(release: string, inputs: FrozenInputs, scores: Scores): Scoreboard {
  return describeScores(release, inputs, scores, inputsDigest(writeFrozenInputs(inputs)));
}

/** Every promised file of a release, made from its inputs and scores alone: equal arguments, equal bytes. */
export async function buildRelease(release: string, inputs: FrozenInputs, scores: Scores): Promise<Files> {
  const inputFiles = writeFrozenInputs(inputs);
  return buildFiles(describeScores(release, inputs, scores, inputsDigest(inputFiles)), inputFiles);
}

/** Adds the outputs and the manifest to the input files. */
export async function buildFiles(scoreboard: Scoreboard, inputFiles: Files): Promise<Files> {
  const encode = (text: string) => new TextEncoder().encode(text);
  const files: Files = new Map([
    ...inputFiles,
    ['scoreboard.json', encode(renderScoreboardJson(scoreboard))],
    ['scoreboard.csv', encode(renderScoreboardCsv(scoreboard))],
    ['ranking.xlsx', await writeRankingReport(scoreboard)],
  ]);
  return files.set(manifestPath, encode(writeManifest(scoreboard, files)));
}

function describeScores(release: string, inputs: FrozenInputs, scores: Scores, inputsSha256: string): Scoreboard {
  const submitted = inputs.units.flatMap(({ unit_id, submission_sha256 }) =>
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
    inputsSha256,
    submissions: new Map(submitted),
    formedFrom: new Map(inputs.units.map(({ unit_id, formed_from_vi }) => [unit_id, formed_from_vi])),
    derivedFrom: null,
  });
}
