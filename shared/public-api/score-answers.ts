import * as z from 'zod';
import { unitHistoryShape } from '../release/history/unit-history-shape.ts';
import { count, decimal, measureKind, nextCursor, rank, releaseName, sha256, text } from './figures.ts';
import { answerState } from './release-answers.ts';

const { strictObject: object, array, boolean } = z;

const figure = object({
  ...{ input: text, value: decimal },
  source: object({
    submission_sha256: sha256.describe('Of the file it was declared in'),
    sheet: text.nullable().describe('Null: it did not come as a workbook'),
    cell: text.nullable(),
  }),
});

const indicator = object({
  ...{ indicator: text, main_index: text, name_vi: text, name_en: text, rule: text },
  illustrative: boolean(),
  state: answerState,
  carried_from: text.nullable().describe('Period the figures were declared for; null unless carried'),
  self_points: decimal.nullable().describe('By the rule from the figures; null: it leaves the maximum'),
  appraised_points: decimal.nullable().describe('Null: no appraisal'),
  reason: text.nullable().describe('Of the appraisal; null: none, or the framework does not publish reasons'),
  points: decimal.nullable().describe('What counts; null: it leaves the maximum'),
  max_points: decimal,
  figures: array(figure).describe('In the order of the framework'),
});

const measure = object({
  ...{ measure: text, kind: measureKind, name_vi: text, name_en: text },
  ...{
    value: decimal.nullable(),
    points: decimal,
    max_points: decimal,
    rank,
    answered_count: count,
    asked_count: count,
  },
  main_indices: array(text).describe('What it adds up'),
});

const unitScores = object({
  ...{ unit_id: text, unit_name_vi: text },
  state: z.enum(['ranked', 'unranked', 'not_submitted']),
  submission_sha256: sha256.nullable(),
  measures: array(measure),
  indicators: array(indicator).describe('Those that were assessed; empty: nothing was submitted'),
});

const inRelease = {
  ...{ release: releaseName, group: text, period: text, inputs_sha256: sha256 },
  framework: object({ framework_id: text, version: text, sha256 }),
};

/** Scores with where they come from, and the history of a unit. */
export const scoreAnswers = {
  UnitScores: unitScores,
  ScoreList: object({ ...inRelease, units: array(unitScores), ...nextCursor }),
  ReleaseUnitScores: object({ ...inRelease, unit: unitScores }),
  UnitHistory: unitHistoryShape,
};

export type UnitScores = z.infer<typeof unitScores>;
export type ScoredMeasure = z.infer<typeof measure>;
export type IndicatorScore = z.infer<typeof indicator>;
