import Big from 'big.js';
import { canonicalJson, sha256Of } from '../digest/canonical-json.ts';
import type { Framework } from '../frameworks/framework.ts';
import { frameworkDocument, readFrameworkDocument } from '../frameworks/framework-document.ts';
import { type Table, tableOf } from '../lake/tables.ts';
import { readTable, writeTable } from '../lake/write-parquet.ts';
import { Fault } from '../observability/fault.ts';
import { freezeTables, inputDecimalsOf } from '../scoring/freeze-tables.ts';
import { renderScaled } from '../scoring/scaled-decimal.ts';
import type { FrozenAnswer, FrozenAppraisal, FrozenObservation, FrozenUnit, ScoringInputs } from '../scoring/scores.ts';
import type { Group } from '../units/unit.ts';

/** Everything a release is computed from: what lies under `inputs/` in a release, and nothing else. */
export interface FrozenInputs {
  group: Group;
  period: string;
  /** `YYYY-MM-DD`, last day of the period. */
  closing_date: string;
  framework: Framework;
  /** Of the period; absent: nothing to say. */
  notice_vi?: string;
  units: PopulationUnit[];
  observations: FrozenObservation[];
  /** Those that are not plainly answered. */
  answers: FrozenAnswer[];
  appraisals: FrozenAppraisal[];
}

/** A member of the group, with what the published table says about it besides its scores. */
export interface PopulationUnit extends FrozenUnit {
  submission_sha256: string | null;
  /** Earlier files of which a part left figures standing; absent: there are none. */
  kept_from?: string[];
  formed_from_vi: string[];
}

/** Files by path below the release's folder. */
export type Files = Map<string, Uint8Array>;

export const populationPath = 'inputs/population.json';
export const frameworkPath = 'inputs/framework.json';
const observationsPath = 'inputs/observations.parquet';
export const answersPath = 'inputs/answers.parquet';
export const appraisalsPath = 'inputs/appraisals.parquet';
/** `scoreboard.json` of the last comparable release, byte for byte: what changes are measured against. */
export const previousPath = 'inputs/previous.json';

/** What every release has, and what only a release with such rows, or with something to compare, has. */
export const requiredInputPaths = [frameworkPath, observationsPath, populationPath];
const optionalFigurePaths = [answersPath, appraisalsPath];
/** What a release was scored from. */
export const figurePaths = [...requiredInputPaths, ...optionalFigurePaths];
/** Where an input of the earlier release lies in this one, when that was made by another framework. */
const asPrevious = (path: string) => path.replace(/^inputs\//, 'inputs/previous/');
/** Where an input of the release that this one takes the place of lies in it. */
const asCorrected = (path: string) => path.replace(/^inputs\//, 'inputs/corrected/');
/** Which release of the period this one takes the place of, and why. */
export const correctionPath = 'inputs/correction.json';
/** `scoreboard.json` of that release, byte for byte. */
export const correctedPath = 'inputs/corrected/scoreboard.json';
export const optionalInputPaths = [
  ...optionalFigurePaths,
  previousPath,
  ...figurePaths.map(asPrevious),
  correctionPath,
  correctedPath,
  ...figurePaths.map(asCorrected),
];

/** What the earlier release was scored from, as inputs of this one. */
export const keepAsPrevious = (inputFiles: Files): Files => renamed(inputFiles, asPrevious, (path) => path);

/** Reverses {@link keepAsPrevious}; null when they are not there. */
export const previousInputsOf = (inputFiles: Files): Files | null =>
  inputFiles.has(asPrevious(frameworkPath)) ? renamed(inputFiles, (path) => path, asPrevious) : null;

/** What the corrected release was scored from, as inputs of this one. */
export const keepAsCorrected = (inputFiles: Files): Files => renamed(inputFiles, asCorrected, (path) => path);

/** Reverses {@link keepAsCorrected}; null where nothing is corrected. */
export const correctedInputsOf = (inputFiles: Files): Files | null =>
  inputFiles.has(asCorrected(frameworkPath)) ? renamed(inputFiles, (path) => path, asCorrected) : null;

const renamed = (files: Files, to: (path: string) => string, from: (path: string) => string): Files =>
  new Map(figurePaths.filter((path) => files.has(from(path))).map((path) => [to(path), fileOf(files, from(path))]));

export const scoringInputs = ({ framework, units, ...inputs }: FrozenInputs): ScoringInputs => ({
  framework,
  units: units.map(({ unit_id, name_vi, submitted, ranked }) => ({ unit_id, name_vi, submitted, ranked })),
  observations: inputs.observations,
  answers: inputs.answers,
  appraisals: inputs.appraisals,
});

/** The input files of a release. Equal inputs give equal bytes. */
export function writeFrozenInputs(inputs: FrozenInputs): Files {
  const { framework, observations, answers, appraisals, ...population } = inputs;
  const encode = (text: string) => new TextEncoder().encode(text);
  const tables = new Map(freezeTables(scoringInputs(inputs)).map(({ table, rows }) => [table, rows]));
  const file = (path: string, table: Table): [string, Uint8Array] => [
    path,
    writeTable(table, tables.get(table.table) ?? []),
  ];
  return new Map([
    [frameworkPath, encode(frameworkDocument(framework))],
    file(observationsPath, observationsTable),
    [populationPath, encode(`${canonicalJson(population)}\n`)],
    ...(answers.length > 0 ? [file(answersPath, answersTable)] : []),
    ...(appraisals.length > 0 ? [file(appraisalsPath, appraisalsTable)] : []),
  ]);
}

/** Reverses {@link writeFrozenInputs}. */
export async function readFrozenInputs(files: Files): Promise<FrozenInputs> {
  const framework = readFrameworkDocument(textOf(files, frameworkPath));
  const population = JSON.parse(textOf(files, populationPath)) as Pick<
    FrozenInputs,
    'group' | 'period' | 'closing_date' | 'units' | 'notice_vi'
  >;
  return {
    ...population,
    framework,
    observations: await readObservations(files, framework),
    answers: files.has(answersPath) ? ((await readRows(files, answersPath, answersTable)) as FrozenAnswer[]) : [],
    appraisals: files.has(appraisalsPath) ? await readAppraisals(files, framework) : [],
  };
}

/** The input files among all files of a release; fault RELEASE_FILE_MISSING. */
export function inputFilesOf(files: Files): Files {
  const present = optionalInputPaths.filter((path) => files.has(path));
  return new Map([...requiredInputPaths, ...present].map((path) => [path, fileOf(files, path)]));
}

/** One hash over the input files: equal hash, equal inputs. */
export const inputsDigest = (inputFiles: Files): string =>
  sha256Of(
    [...inputFiles.keys()]
      .sort()
      .map((path) => `${path} ${sha256Of(fileOf(inputFiles, path))}\n`)
      .join(''),
  );

export function fileOf(files: Files, path: string): Uint8Array {
  const bytes = files.get(path);
  if (!bytes) throw new Fault('RELEASE_FILE_MISSING', `${path} is not there`);
  return bytes;
}

export const textOf = (files: Files, path: string): string => new TextDecoder().decode(fileOf(files, path));

const observationsTable = tableOf('frozen_observations');
const answersTable = tableOf('frozen_answers');
const appraisalsTable = tableOf('frozen_appraisals');

const readRows = (files: Files, path: string, table: Table): Promise<unknown[]> =>
  readTable(table, fileOf(files, path));

type Scaled<Row, Text extends keyof Row, Column extends string> = Omit<Row, Text> & Record<Column, bigint>;

async function readObservations(files: Files, framework: Framework): Promise<FrozenObservation[]> {
  const rows = await readRows(files, observationsPath, observationsTable);
  return (rows as Scaled<FrozenObservation, 'value', 'value_scaled'>[]).map(({ value_scaled, ...row }) => ({
    ...row,
    value: new Big(`${value_scaled}e-${inputDecimalsOf(framework, row.indicator)}`).toFixed(),
  }));
}

async function readAppraisals(files: Files, { points_decimals }: Framework): Promise<FrozenAppraisal[]> {
  const rows = await readRows(files, appraisalsPath, appraisalsTable);
  return (rows as Scaled<FrozenAppraisal, 'points', 'points_scaled'>[]).map(({ points_scaled, ...row }) => ({
    ...row,
    points: renderScaled(points_scaled, points_decimals),
  }));
}
