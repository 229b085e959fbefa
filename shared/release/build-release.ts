import type { Scores } from '../scoring/scores.ts';
import { writeRankingReport } from '../workbook/report/ranking-report.ts';
import { buildChanges } from './changes/build-changes.ts';
import { changesPath, renderChangesJson } from './changes/changes-json.ts';
import { requireRows } from './check-rows.ts';
import type { Files } from './frozen-inputs.ts';
import { manifestPath, writeManifest } from './manifest.ts';
import { scoreboardOf } from './run-scoreboard.ts';
import type { Scoreboard } from './scoreboard.ts';
import { renderScoreboardCsv } from './scoreboard-csv.ts';
import { renderScoreboardJson } from './scoreboard-json.ts';

/** Every promised file of a release, made from its inputs and scores alone: equal arguments, equal bytes. */
export async function buildRelease(release: string, inputFiles: Files, scores: Scores): Promise<Files> {
  return withOutputs(await scoreboardOf(release, inputFiles, scores), inputFiles);
}

/** The input files as they are, the outputs, and the manifest over both. Throws where rows are missing between them. */
export async function withOutputs(scoreboard: Scoreboard, inputFiles: Files): Promise<Files> {
  const encode = (text: string) => new TextEncoder().encode(text);
  const changes = await buildChanges(scoreboard, inputFiles);
  const files: Files = new Map([
    ...inputFiles,
    ['scoreboard.json', encode(renderScoreboardJson(scoreboard))],
    ['scoreboard.csv', encode(renderScoreboardCsv(scoreboard))],
    ...(changes ? [[changesPath, encode(renderChangesJson(changes))] as const] : []),
    ['ranking.xlsx', await writeRankingReport(scoreboard, changes)],
  ]);
  files.set(manifestPath, encode(writeManifest(scoreboard, files)));
  requireRows(files);
  return files;
}
