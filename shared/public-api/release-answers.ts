import * as z from 'zod';
import type { Changes } from '../release/changes/changes.ts';
import type { Corrections } from '../release/corrections/corrections.ts';
import type { PublishedScoreboard } from '../release/published/published-scoreboard.ts';
import { publishedSourceShape } from '../release/published/published-source.ts';
import type { Scoreboard } from '../scoring/scoreboard.ts';
import { count, day, decimal, measureKind, rank, releaseName, sha256, text } from './figures.ts';

const { exactOptional: optional, strictObject: object, array, record, boolean } = z;
const unit = { unit_id: text, unit_name_vi: text };

/** The files of a release that the API answers with, byte for byte. */
const scoreboard = object({
  release: releaseName,
  ...{ index: text, group: text, group_name_vi: text, group_name_en: text, period: text, closing_date: day },
  framework: object({
    ...{ framework_id: text, version: text, sha256, title_vi: text, legal_number: text },
    illustrative: boolean(),
    note_vi: z.string(),
    minimum_units_percent: optional(z.number()),
  }),
  notice_vi: optional(text).describe('What must be said before the first figure'),
  derived_from: releaseName.nullable(),
  inputs_sha256: sha256,
  ...{ unit_count: count, submitted_count: count, ranked_count: count },
  measures: array(
    object({
      ...{ measure: text, kind: measureKind, name_vi: text, name_en: text },
      ...{ average: decimal.nullable(), average_units: count, max_points: decimal.nullable(), ranked: boolean() },
    }),
  ),
  units: array(
    object({
      ...unit,
      state: z.enum(['ranked', 'unranked', 'not_submitted']),
      rank: rank.describe('Of the total'),
      scores: record(
        text,
        object({
          ...{ value: decimal, points: decimal, max_points: decimal, rank },
          answered: optional(object({ answered: count, asked: count })).describe(
            'Indicators of the measure that the unit answered, of those it was asked; absent: all of them',
          ),
        }),
      ),
      submission_sha256: sha256.nullable(),
      kept_from: optional(array(sha256)).describe('Earlier files of which a part left figures standing'),
      formed_from_vi: array(text),
      carried: optional(record(text, count)).describe(
        'Indicators whose figures were declared for an earlier period, counted by that period',
      ),
    }),
  ),
}) satisfies z.ZodType<Scoreboard>;

const { derived_from: _, submitted_count: __, notice_vi: ___, ...shared } = scoreboard.shape;
const sharedUnit = scoreboard.shape.units.element.shape;

/** Of a table published elsewhere: values and recomputed ranks, and where it is from. */
const publishedScoreboard = object({
  ...shared,
  ...{ kind: z.literal('published'), notice_vi: text },
  source: publishedSourceShape.omit({ release: true }),
  units: array(
    object({
      ...{ unit_id: text, unit_name_vi: text, state: sharedUnit.state, rank, formed_from_vi: array(text) },
      scores: record(text, object({ value: decimal, rank })),
    }),
  ),
}) satisfies z.ZodType<PublishedScoreboard>;

const change = { value_before: decimal.nullable(), value_after: decimal.nullable(), value_change: decimal.nullable() };
const places = { rank_before: rank, rank_after: rank, rank_change: z.int().nullable() };

const changes = object({
  release: releaseName,
  against: object({
    ...{ release: releaseName, period: text, closing_date: day },
    framework: object({ framework_id: text, version: text, sha256 }),
  }),
  method: z.enum(['unchanged', 'rescored', 'not_separated']),
  measures: array(
    object({
      ...{ measure: text, kind: measureKind, ...change },
      ...{ growth_percent: decimal.nullable(), units_before: count, units_after: count },
    }),
  ),
  units: array(
    object({
      ...unit,
      state: z.enum(['compared', 'joined', 'unranked_before', 'unranked_now']),
      ...places,
      rank_parts: object({ own: z.int(), others: z.int(), method: z.int().nullable(), merger: z.int() }).nullable(),
      scores: record(text, object({ ...change, ...places })),
    }),
  ),
  left: array(object({ ...unit, rank_before: rank })),
}) satisfies z.ZodType<Changes>;

const answerState = z.enum(['answered', 'carried', 'not_applicable', 'not_due', 'not_answered']);
const indicator = { indicator: text, indicator_name_vi: text };
const twice = { before: decimal.nullable(), after: decimal.nullable() };
const causes = array(z.enum(['figures', 'appraisal', 'method', 'calculation', 'others']));

const corrections = object({
  ...{ release: releaseName, corrects: releaseName },
  reason: object({ text_vi: text, kind: z.enum(['input', 'method', 'calculation']), found_by: text }),
  counts: object({ units: count, figures: count, points: count, values: count, ranks: count }),
  averages: array(object({ measure: text, kind: measureKind, ...twice })),
  units: array(
    object({
      ...unit,
      figures: array(object({ ...indicator, unit_of_measure_vi: z.string(), input: text, ...twice })),
      states: array(object({ ...indicator, before: answerState, after: answerState })),
      points: array(object({ ...indicator, ...twice })),
      scores: record(
        text,
        object({
          ...{ value_before: decimal.nullable(), value_after: decimal.nullable(), value_causes: causes },
          ...{ rank_before: rank, rank_after: rank, rank_causes: causes },
        }),
      ),
    }),
  ),
}) satisfies z.ZodType<Corrections>;

export const releaseAnswers = {
  Scoreboard: scoreboard,
  PublishedScoreboard: publishedScoreboard,
  ReleaseScoreboard: z.union([scoreboard, publishedScoreboard]),
  Changes: changes,
  Corrections: corrections,
};
export { answerState };
