import { buildRelease } from '../../../shared/release/build-release.ts';
import {
  buildSuccessors,
  isDerived,
  predecessorScores,
  scoreSuccessorFiles,
  successorInputs,
} from '../../../shared/release/build-successors.ts';
import {
  type Files,
  inputFilesOf,
  inputsDigest,
  readFrozenInputs,
  scoringInputs,
} from '../../../shared/release/frozen-inputs.ts';
import { buildPublished, isPublished, publishedInputsOf } from '../../../shared/release/published/build-published.ts';
import { compareScores } from '../../../shared/scoring/compare-scores.ts';
import {
  computeSuccessors,
  computeWithSql,
  runChecks,
  runSuccessorChecks,
} from '../../../shared/scoring/compute-with-sql.ts';
import { freezePredecessorScores, freezeTables } from '../../../shared/scoring/freeze-tables.ts';
import { scoreReference } from '../../../shared/scoring/reference/score-reference.ts';
import type { Scores } from '../../../shared/scoring/scores.ts';
import { writeReleaseWorkbooks } from '../../../shared/workbook/release-workbooks.ts';
import { fileRun, withSqlOnFiles } from '../sql-on-files.ts';

/** The input files of a release and the hash over them. */
export function inputsOf(files: Files): { inputFiles: Files; digest: string } {
  const inputFiles = chooseInputs(files);
  return { inputFiles, digest: inputsDigest(inputFiles) };
}

function chooseInputs(files: Files): Files {
  if (isPublished(files)) return publishedInputsOf(files);
  return isDerived(files) ? successorInputs(files) : inputFilesOf(files);
}

/**
 * Makes every promised file of a release again from its own inputs, with both engines agreeing. Of a table published
 * elsewhere only the ranks: no scorer runs, because nothing of its values can be recomputed.
 */
export async function recomputeRelease(files: Files, release: string): Promise<Files> {
  const { inputFiles } = inputsOf(files);
  if (isPublished(files)) return buildPublished(inputFiles);
  return isDerived(files) ? deriveSuccessors(inputFiles) : recomputeNumbered(inputFiles, release);
}

async function recomputeNumbered(inputFiles: Files, release: string): Promise<Files> {
  const inputs = scoringInputs(await readFrozenInputs(inputFiles));
  const { scores, checks } = await withSqlOnFiles(freezeTables(inputs), async (lake) => ({
    scores: await computeWithSql(lake, fileRun, inputs.framework),
    checks: await runChecks(lake.query, fileRun),
  }));
  const failed = checks.filter(({ severity }) => severity === 'fail').map((row) => JSON.stringify(row));
  refuse([...failed, ...compareScores(scores, scoreReference(inputs))]);
  return buildRelease({ release, inputFiles, scores }, writeReleaseWorkbooks);
}

/** Derives the successors' release from the input files that `freezeSuccessors` wrote. */
export async function deriveSuccessors(inputFiles: Files): Promise<Files> {
  const { framework, rows } = predecessorScores(inputFiles);
  const scores = scoreSuccessorFiles(inputFiles);
  const { means, checks } = await withSqlOnFiles(freezePredecessorScores(framework, rows), async ({ query }) => ({
    means: await computeSuccessors(query, fileRun, framework),
    checks: await runSuccessorChecks(query, fileRun),
  }));
  const failed = checks.filter(({ severity }) => severity === 'fail').map((row) => JSON.stringify(row));
  refuse([...failed, ...compareMeans(means, scores)]);
  return buildSuccessors(inputFiles, scores, writeReleaseWorkbooks);
}

function compareMeans(means: { unit_id: string; measure: string; value: string | null }[], scores: Scores): string[] {
  const reference = new Map(scores.measure_scores.map((row) => [`${row.unit_id} ${row.measure}`, row.value]));
  return means.flatMap(({ unit_id, measure, value }) => {
    const other = reference.get(`${unit_id} ${measure}`) ?? null;
    return value === other ? [] : [`${unit_id} ${measure}: SQL ${value}, reference ${other}`];
  });
}

function refuse(rows: string[]): void {
  if (rows.length > 0) throw new Error(`the scores do not stand: ${rows.slice(0, 10).join('; ')}`);
}
