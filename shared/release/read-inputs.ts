import type { Framework } from '../frameworks/framework.ts';
import { inputDecimalsOf } from '../scoring/freeze-tables.ts';
import { renderScaled } from '../scoring/scaled-decimal.ts';
import type { FrozenAnswer, FrozenAppraisal, FrozenObservation, ScoringInputs } from '../scoring/scores.ts';
import type { FrozenInputs } from './frozen-inputs.ts';
import {
  answersPath,
  appraisalsPath,
  type Files,
  fileOf,
  frameworkPath,
  observationsPath,
  populationPath,
  textOf,
} from './input-files.ts';

/**
 * How the bytes of inputs become values. In the pipeline both check what they read; a browser has no room for the checks,
 * and compares hashes before it and figures after it instead. Nothing here reaches a Node module.
 */
export interface InputReaders {
  framework(text: string): Framework;
  rows(table: FrozenTableName, bytes: Uint8Array): Promise<unknown[]>;
}

export type FrozenTableName = 'observations' | 'answers' | 'appraisals';

type Population = Pick<FrozenInputs, 'group' | 'period' | 'closing_date' | 'units' | 'notice_vi'>;

/** Reads the input files of a release. */
export async function readInputsWith(files: Files, readers: InputReaders): Promise<FrozenInputs> {
  const framework = readers.framework(textOf(files, frameworkPath));
  const rowsAt = <Row>(path: string, table: FrozenTableName) =>
    files.has(path) ? (readers.rows(table, fileOf(files, path)) as Promise<Row[]>) : Promise.resolve([]);
  const [observations, answers, appraisals] = await Promise.all([
    readers.rows('observations', fileOf(files, observationsPath)) as Promise<ScaledObservation[]>,
    rowsAt<FrozenAnswer>(answersPath, 'answers'),
    rowsAt<ScaledAppraisal>(appraisalsPath, 'appraisals'),
  ]);
  return {
    ...(JSON.parse(textOf(files, populationPath)) as Population),
    framework,
    observations: observations.map((row) => readObservation(framework, row)),
    answers,
    appraisals: appraisals.map((row) => readAppraisal(framework, row)),
  };
}

export const scoringInputs = ({ framework, units, ...inputs }: FrozenInputs): ScoringInputs => ({
  framework,
  units: units.map(({ unit_id, name_vi, submitted, ranked }) => ({ unit_id, name_vi, submitted, ranked })),
  observations: inputs.observations,
  answers: inputs.answers,
  appraisals: inputs.appraisals,
});

type Scaled<Row, Text extends keyof Row, Column extends string> = Omit<Row, Text> & Record<Column, bigint>;
type ScaledObservation = Scaled<FrozenObservation, 'value', 'value_scaled'>;
type ScaledAppraisal = Scaled<FrozenAppraisal, 'points', 'points_scaled'>;

const readObservation = (framework: Framework, { value_scaled, ...row }: ScaledObservation): FrozenObservation => ({
  ...row,
  value: withoutZeros(renderScaled(value_scaled, inputDecimalsOf(framework, row.indicator))),
});

const readAppraisal = (
  { points_decimals }: Framework,
  { points_scaled, ...row }: ScaledAppraisal,
): FrozenAppraisal => ({
  ...row,
  points: renderScaled(points_scaled, points_decimals),
});

/** A declared figure is kept as canonical text, whatever its indicator has room for: `12.5000` is `12.5`. */
const withoutZeros = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
