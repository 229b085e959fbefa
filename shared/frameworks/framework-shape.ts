import * as z from 'zod';
import { checkIndicator } from './check-indicator.ts';
import type { Framework } from './framework.ts';
import { scoringRules } from './rules.ts';

export const codeShape = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'write a code in lower-case letters, digits and _, beginning with a letter');
/** NFC, so that what looks equal is equal and hashes equal. */
const text = z.string().normalize().min(1, 'write a text here');
/** Canonical, so that equal points are equal text and a hash does not turn on a trailing zero. */
export const decimalText = z
  .string()
  .regex(/^(0|[1-9]\d{0,8})(\.\d*[1-9])?$/, 'write a plain decimal such as "140" or "12.5", without trailing zeros');
/** Bounded, because values and points live as scaled integers in the lake. */
const scale = z.int().min(0).max(6);

const named = { name_vi: text, name_en: text };

const mainIndex = z.strictObject({ main_index: codeShape, ...named });
const pillar = z.strictObject({ pillar: codeShape, ...named, main_indices: z.array(codeShape).min(1) });
/** Public pages link to it: an address that would run something is none. */
const webAddress = z.url({ protocol: /^https?$/ });

const legalReference = z.strictObject({
  title_vi: text,
  number: text,
  issued: z
    .string()
    .regex(/^\d{4}(-\d{2}-\d{2})?$/, 'write the day (YYYY-MM-DD), or the year where the day was not read'),
  url: webAddress,
});

const frameworkId = z.string().regex(/^[a-z][a-z0-9-]*$/, 'write an id in lower-case letters, digits and hyphens');

/** Fields that the two forms of a framework, files and document, have in common. */
const common = {
  framework_id: frameworkId,
  version: text,
  index: codeShape,
  title_vi: text,
  title_en: text,
  legal_reference: legalReference,
  illustrative: z.boolean(),
  note_vi: z.string().normalize(),
  groups: z.array(z.string().regex(/^[A-Za-z0-9-]+\*?$/, 'write a group, or a prefix and *')).min(1),
  decimals: scale,
  points_decimals: scale,
  rounding: z.literal('half-up'),
  ties: z.literal('shared-minimum'),
  successor_rule: z.literal('mean-of-predecessors'),
  total_published: z.boolean(),
  pillars: z.array(pillar),
  unanswered: z.enum(['refused', 'zero_points']).exactOptional(),
  minimum_answered_percent: z.int().min(0).max(100).exactOptional(),
  minimum_units_percent: z.int().min(0).max(100).exactOptional(),
  appraisal_reasons: z.enum(['published']).exactOptional(),
  final_score: z.enum(['appraised_else_self']).exactOptional(),
  comparable_with: z.array(frameworkId).min(1).exactOptional(),
};

/** Sums that the author states, so that a slip in one line of the list is noticed. */
const points = { points: decimalText, assessed_points: decimalText };

/** `framework.json`: everything but the indicators, with the points they must add up to. */
export const frameworkFileShape = z.strictObject({
  ...common,
  total: z.strictObject({ ...named, ...points }),
  main_indices: z.array(mainIndex.extend(points)).min(1),
});

export type FrameworkFile = z.infer<typeof frameworkFileShape>;

const input = z.strictObject({
  input: text,
  decimals: scale,
  minimum: z.string().nullable(),
  maximum: z.string().nullable(),
});

const tier = z.strictObject({ key: z.string(), points: decimalText, label_vi: text });

const indicatorFields = z.strictObject({
  indicator: codeShape,
  main_index: codeShape,
  ...named,
  unit_of_measure_vi: z.string(),
  rule: z.enum(scoringRules),
  max_points: decimalText,
  assessed: z.boolean(),
  evidence_required: z.boolean(),
  inputs: z.array(input).min(1),
  target: decimalText.exactOptional(),
  tiers: z.array(tier).min(1).exactOptional(),
  zero_denominator: z.enum(['not_applicable', 'zero_points']).exactOptional(),
  applies_to: z.array(text).min(1).exactOptional(),
  due: z.enum(['quarterly', 'yearly']).exactOptional(),
  annual: z.enum(['last', 'sum']).exactOptional(),
  source: z.enum(['reported', 'measured', 'statistics', 'survey']).exactOptional(),
  evidence_vi: text.exactOptional(),
  verified_by_vi: text.exactOptional(),
  illustrative: z.literal(true).exactOptional(),
});

/** A document comes from outside as well, past the loader of the files. */
const indicator = indicatorFields.check(({ value, issues }) => {
  for (const message of checkIndicator(value)) issues.push({ code: 'custom', message, input: value });
});

/** A framework as one document. */
export const frameworkShape: z.ZodType<Framework> = z.strictObject({
  ...common,
  total: z.strictObject(named),
  main_indices: z.array(mainIndex).min(1),
  indicators: z.array(indicator).min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
