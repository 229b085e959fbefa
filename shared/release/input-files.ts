import { Fault } from '../observability/fault.ts';

/** Files by path below the release's folder. */
export type Files = Map<string, Uint8Array>;

export const populationPath = 'inputs/population.json';
export const frameworkPath = 'inputs/framework.json';
export const observationsPath = 'inputs/observations.parquet';
export const answersPath = 'inputs/answers.parquet';
export const appraisalsPath = 'inputs/appraisals.parquet';
/** `scoreboard.json` of the last comparable release, byte for byte: what changes are measured against. */
export const previousPath = 'inputs/previous.json';
/** What up to eight comparable releases before this one said of its units (`history/frozen-history.ts`). */
export const historyPath = 'inputs/history.json';

/** What every release has, and what only a release with such rows, or with something to compare, has. */
export const requiredInputPaths = [frameworkPath, observationsPath, populationPath];
const optionalFigurePaths = [answersPath, appraisalsPath];
/** What a release was scored from. */
export const figurePaths = [...requiredInputPaths, ...optionalFigurePaths];
/** Where an input of the earlier release lies in this one. */
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
  historyPath,
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

/** The input files among all files of a release; fault RELEASE_FILE_MISSING. */
export function inputFilesOf(files: Files): Files {
  const present = optionalInputPaths.filter((path) => files.has(path));
  return new Map([...requiredInputPaths, ...present].map((path) => [path, fileOf(files, path)]));
}

/** What is hashed to one hash over the input files, from the hash of each: equal hash, equal inputs. */
export const listInputs = (hashes: Map<string, string>): string =>
  [...hashes.keys()]
    .sort()
    .map((path) => `${path} ${hashes.get(path)}\n`)
    .join('');

export function fileOf(files: Files, path: string): Uint8Array {
  const bytes = files.get(path);
  if (!bytes) throw new Fault('RELEASE_FILE_MISSING', `${path} is not there`);
  return bytes;
}

export const textOf = (files: Files, path: string): string => new TextDecoder().decode(fileOf(files, path));
