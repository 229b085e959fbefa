import type { Scores } from '../scoring/scores.ts';
import { buildChanges } from './changes/build-changes.ts';
import { changesPath, renderChangesJson } from './changes/changes-json.ts';
import { requireRows } from './check-rows.ts';
import { buildCorrections } from './corrections/build-corrections.ts';
import { correctionsPath, renderCorrectionsJson } from './corrections/corrections-json.ts';
import { type Files, readFrozenInputs } from './frozen-inputs.ts';
import { manifestPath } from './manifest.ts';
import { openDataFiles } from './open-data/open-data-files.ts';
import type { ReportSource, WriteReports } from './report-source.ts';
import { scoreboardOf } from './run-scoreboard.ts';
import { renderScoreboardCsv } from './scoreboard-csv.ts';
import { renderScoreboardJson } from './scoreboard-json.ts';
import { writeManifest } from './write-manifest.ts';

interface Scored {
  /** `dti/province34/2024/r1` */
  release: string;
  inputFiles: Files;
  scores: Scores;
}

/** What a release says, and from what; the rest of a report's source is made of the input files. */
type Outcome = Pick<ReportSource, 'scoreboard' | 'scores' | 'inputs'>;

/** Every promised file of a release, made from its inputs and scores alone: equal arguments, equal bytes. */
export async function buildRelease(
  { release, inputFiles, scores }: Scored,
  writeReports: WriteReports,
): Promise<Files> {
  const scoreboard = await scoreboardOf(release, inputFiles, scores);
  return withOutputs({ scoreboard, scores, inputs: await readFrozenInputs(inputFiles) }, inputFiles, writeReports);
}

/** The input files as they are, the outputs, and the manifest over both. Throws where rows are missing between them. */
export async function withOutputs(scored: Outcome, inputFiles: Files, writeReports: WriteReports): Promise<Files> {
  const { scoreboard } = scored;
  const encode = (text: string) => new TextEncoder().encode(text);
  const changes = await buildChanges(scoreboard, inputFiles);
  const corrections = await buildCorrections(scoreboard, inputFiles);
  const files: Files = new Map([
    ...inputFiles,
    ['scoreboard.json', encode(renderScoreboardJson(scoreboard))],
    ['scoreboard.csv', encode(renderScoreboardCsv(scoreboard))],
    ...(changes ? [[changesPath, encode(renderChangesJson(changes))] as const] : []),
    ...(corrections ? [[correctionsPath, encode(renderCorrectionsJson(corrections))] as const] : []),
    ...(await writeReports({ ...scored, changes, corrections })),
  ]);
  const outputs = new Map([...files].filter(([path]) => !inputFiles.has(path)));
  for (const [path, bytes] of openDataFiles(scoreboard, outputs)) files.set(path, bytes);
  files.set(manifestPath, encode(writeManifest(scoreboard, files)));
  requireRows(files);
  return files;
}
