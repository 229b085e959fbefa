import type { Scoreboard } from '../scoring/scoreboard.ts';
import type { Scores } from '../scoring/scores.ts';
import { buildChanges } from './changes/build-changes.ts';
import { changesPath, renderChangesJson } from './changes/changes-json.ts';
import { requireRows } from './check-rows.ts';
import { buildCorrections } from './corrections/build-corrections.ts';
import { correctionsPath, renderCorrectionsJson } from './corrections/corrections-json.ts';
import { type Files, readFrozenInputs } from './frozen-inputs.ts';
import { readFrozenHistory } from './history/frozen-history.ts';
import { manifestPath } from './manifest.ts';
import { openDataFiles } from './open-data/open-data-files.ts';
import { readEarlierRound } from './profile/earlier-round.ts';
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

/**
 * Every promised file of a release, made from its inputs and scores alone: equal arguments, equal bytes. The steps of a run
 * do the same in three parts: {@link buildOutputs} with the reports of the group, the profiles of units some at a time,
 * {@link sealRelease}.
 */
export async function buildRelease(scored: Scored, writeReports: WriteReports): Promise<Files> {
  const source = await reportSourceOf(scored);
  return sealRelease(source.scoreboard, await buildOutputs(source, scored.inputFiles, writeReports));
}

/** What every workbook of a release is made from. */
export async function reportSourceOf({ release, inputFiles, scores }: Scored): Promise<ReportSource> {
  const scoreboard = await scoreboardOf(release, inputFiles, scores);
  return completeSource({ scoreboard, scores, inputs: await readFrozenInputs(inputFiles) }, inputFiles);
}

async function completeSource(scored: Outcome, inputFiles: Files): Promise<ReportSource> {
  const history = readFrozenHistory(inputFiles);
  const earlier = scored.inputs && (await readEarlierRound(inputFiles));
  return {
    ...scored,
    changes: await buildChanges(scored.scoreboard, inputFiles),
    corrections: await buildCorrections(scored.scoreboard, inputFiles),
    ...(history ? { history } : {}),
    ...(earlier ? { earlier } : {}),
  };
}

/** The same of scores that no scorer made of these inputs: those carried over to successors. */
export async function withOutputs(scored: Outcome, inputFiles: Files, writeReports: WriteReports): Promise<Files> {
  const source = await completeSource(scored, inputFiles);
  return sealRelease(source.scoreboard, await buildOutputs(source, inputFiles, writeReports));
}

/** The input files as they are, the table, what changed, and the workbooks that are written here. */
export async function buildOutputs(
  source: ReportSource,
  inputFiles: Files,
  writeReports: WriteReports,
): Promise<Files> {
  const { scoreboard, changes, corrections } = source;
  return new Map([
    ...inputFiles,
    ['scoreboard.json', encode(renderScoreboardJson(scoreboard))],
    ['scoreboard.csv', encode(renderScoreboardCsv(scoreboard))],
    ...(changes ? [[changesPath, encode(renderChangesJson(changes))] as const] : []),
    ...(corrections ? [[correctionsPath, encode(renderCorrectionsJson(corrections))] as const] : []),
    ...(await writeReports(source)),
  ]);
}

/** All of it with the files of open data, which list the others, and the manifest. Throws where rows are missing between them. */
export function sealRelease(scoreboard: Scoreboard, made: Files): Files {
  const outputs = new Map([...made].filter(([path]) => !path.startsWith('inputs/')));
  const files: Files = new Map([...made, ...openDataFiles(scoreboard, outputs)]);
  files.set(manifestPath, encode(writeManifest(scoreboard, files)));
  requireRows(files);
  return files;
}

const encode = (text: string) => new TextEncoder().encode(text);
