import Big from 'big.js';
import { canonicalJson, sha256Of } from '../frameworks/canonical-json.ts';
import type { Framework } from '../frameworks/framework.ts';
import { frameworkDocument, readFrameworkDocument } from '../frameworks/framework-document.ts';
import { type Table, tableOf } from '../lake/tables.ts';
import { readTable, writeTable } from '../lake/write-parquet.ts';
import { Fault } from '../observability/fault.ts';
import { freezeTables, inputDecimals } from '../scoring/freeze-tables.ts';
import type { FrozenObservation, FrozenUnit, ScoringInputs } from '../scoring/scores.ts';
import type { Group } from '../units/unit.ts';

/** Everything a release is computed from: what lies under `inputs/` in a release, and nothing else. */
export interface FrozenInputs {
  group: Group;
  period: string;
  /** `YYYY-MM-DD`, last day of the period. */
  closing_date: string;
  framework: Framework;
  units: PopulationUnit[];
  observations: FrozenObservation[];
}

/** A member of the group, with what the published table says about it besides its scores. */
export interface PopulationUnit extends FrozenUnit {
  submission_sha256: string | null;
  formed_from_vi: string[];
}

/** Files by path below the release's folder. */
export type Files = Map<string, Uint8Array>;

export const populationPath = 'inputs/population.json';
export const frameworkPath = 'inputs/framework.json';
export const observationsPath = 'inputs/observations.parquet';
export const inputPaths = [frameworkPath, observationsPath, populationPath];

export const scoringInputs = ({ framework, units, observations }: FrozenInputs): ScoringInputs => ({
  framework,
  units: units.map(({ unit_id, name_vi, submitted, ranked }) => ({ unit_id, name_vi, submitted, ranked })),
  observations,
});

/** The input files of a release. Equal inputs give equal bytes. */
export function writeFrozenInputs(inputs: FrozenInputs): Files {
  const { framework, observations, ...population } = inputs;
  const encode = (text: string) => new TextEncoder().encode(text);
  return new Map([
    [frameworkPath, encode(frameworkDocument(framework))],
    [observationsPath, writeObservations(inputs)],
    [populationPath, encode(`${canonicalJson(population)}\n`)],
  ]);
}

/** Reverses {@link writeFrozenInputs}. */
export async function readFrozenInputs(files: Files): Promise<FrozenInputs> {
  const framework = readFrameworkDocument(textOf(files, frameworkPath));
  const population = JSON.parse(textOf(files, populationPath)) as Omit<FrozenInputs, 'framework' | 'observations'>;
  return { ...population, framework, observations: await readObservations(files, framework) };
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

const observationsTable: Table = tableOf('frozen_observations');

function writeObservations(inputs: FrozenInputs): Uint8Array {
  const frozen = freezeTables(scoringInputs(inputs)).find(({ table }) => table === observationsTable.table);
  return writeTable(observationsTable, frozen?.rows ?? []);
}

async function readObservations(files: Files, framework: Framework): Promise<FrozenObservation[]> {
  const decimals = inputDecimals(framework);
  const rows = await readTable(observationsTable, fileOf(files, observationsPath));
  return rows.map(({ value_scaled, ...row }) => ({
    ...(row as Omit<FrozenObservation, 'value'>),
    value: new Big(`${value_scaled}e-${decimals}`).toFixed(),
  }));
}
