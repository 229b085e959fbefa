import { canonicalJson, sha256Of } from '../digest/canonical-json.ts';
import type { Framework } from '../frameworks/framework.ts';
import { frameworkDocument, readFrameworkDocument } from '../frameworks/framework-document.ts';
import { type Table, tableOf } from '../lake/tables.ts';
import { readTable, writeTable } from '../lake/write-parquet.ts';
import { freezeTables } from '../scoring/freeze-tables.ts';
import type { FrozenAnswer, FrozenAppraisal, FrozenObservation, FrozenUnit } from '../scoring/scores.ts';
import type { Group } from '../units/unit.ts';
import {
  answersPath,
  appraisalsPath,
  type Files,
  frameworkPath,
  listInputs,
  observationsPath,
  populationPath,
} from './input-files.ts';
import { type FrozenTableName, readInputsWith, scoringInputs } from './read-inputs.ts';

export {
  answersPath,
  appraisalsPath,
  correctedInputsOf,
  correctedPath,
  correctionPath,
  type Files,
  figurePaths,
  fileOf,
  frameworkPath,
  historyPath,
  inputFilesOf,
  keepAsCorrected,
  keepAsPrevious,
  optionalInputPaths,
  populationPath,
  previousInputsOf,
  previousPath,
  requiredInputPaths,
  textOf,
} from './input-files.ts';
export { scoringInputs } from './read-inputs.ts';

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
export const readFrozenInputs = (files: Files): Promise<FrozenInputs> =>
  readInputsWith(files, { framework: readFrameworkDocument, rows: (name, bytes) => readTable(tables[name], bytes) });

/** One hash over the input files: equal hash, equal inputs. */
export const inputsDigest = (inputFiles: Files): string =>
  sha256Of(listInputs(new Map([...inputFiles].map(([path, bytes]) => [path, sha256Of(bytes)]))));

const observationsTable = tableOf('frozen_observations');
const answersTable = tableOf('frozen_answers');
const appraisalsTable = tableOf('frozen_appraisals');

const tables: Record<FrozenTableName, Table> = {
  observations: observationsTable,
  answers: answersTable,
  appraisals: appraisalsTable,
};
