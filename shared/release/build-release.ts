import type { Scoreboard } from '../scoring/scoreboard.ts';
import type { Scores } from '../scoring/scores.ts';
import { buildChanges } from './changes/build-changes.ts';
import type { Changes } from './changes/changes.ts';
import { changesPath, renderChangesJson } from './changes/changes-json.ts';
import { requireRows } from './check-rows.ts';
import { buildCorrections } from './corrections/build-corrections.ts';
import type { Corrections } from './corrections/corrections.ts';
import { correctionsPath, renderCorrectionsJson } from './corrections/corrections-json.ts';
import type { Files } from './frozen-inputs.ts';
import { manifestPath } from './manifest.ts';
import { openDataFiles } from './open-data/open-data-files.ts';
import { scoreboardOf } from './run-scoreboard.ts';
import { renderScoreboardCsv } from './scoreboard-csv.ts';
import { renderScoreboardJson } from './scoreboard-json.ts';
import { writeManifest } from './write-manifest.ts';

/** The workbook of a release. Handed in, because the room that writes workbooks reads what a release is. */
export type WriteReport = (
  scoreboard: Scoreboard,
  changes: Changes | null,
  corrections: Corrections | null,
) => Promise<Uint8Array>;

interface Scored {
  /** `dti/province34/2024/r1` */
  release: string;
  inputFiles: Files;
  scores: Scores;
}

/** Every promised file of a release, made from its inputs and scores alone: equal arguments, equal bytes. */
export async function buildRelease({ release, inputFiles, scores }: Scored, writeReport: WriteReport): Promise<Files> {
  return withOutputs(await scoreboardOf(release, inputFiles, scores), inputFiles, writeReport);
}

/** The input files as they are, the outputs, and the manifest over both. Throws where rows are missing between them. */
export async function withOutputs(scoreboard: Scoreboard, inputFiles: Files, writeReport: WriteReport): Promise<Files> {
  const encode = (text: string) => new TextEncoder().encode(text);
  const changes = await buildChanges(scoreboard, inputFiles);
  const corrections = await buildCorrections(scoreboard, inputFiles);
  const files: Files = new Map([
    ...inputFiles,
    ['scoreboard.json', encode(renderScoreboardJson(scoreboard))],
    ['scoreboard.csv', encode(renderScoreboardCsv(scoreboard))],
    ...(changes ? [[changesPath, encode(renderChangesJson(changes))] as const] : []),
    ...(corrections ? [[correctionsPath, encode(renderCorrectionsJson(corrections))] as const] : []),
    ['ranking.xlsx', await writeReport(scoreboard, changes, corrections)],
  ]);
  const outputs = new Map([...files].filter(([path]) => !inputFiles.has(path)));
  for (const [path, bytes] of openDataFiles(scoreboard, outputs)) files.set(path, bytes);
  files.set(manifestPath, encode(writeManifest(scoreboard, files)));
  requireRows(files);
  return files;
}
