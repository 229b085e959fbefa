import { z } from 'zod';
import type { Framework } from './framework.ts';

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
const legalReference = z.strictObject({
  title_vi: text,
  number: text,
  issued: z
    .string()
    .regex(/^\d{4}(-\d{2}-\d{2})?$/, 'write the day (YYYY-MM-DD), or the year where the day was not read'),
  url: z.url(),
});

/** Fields that the two forms of a framework, files and document, have in common. */
const common = {
  framework_id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'write an id in lower-case letters, digits and hyphens'),
  version: text,
  index: codeShape,
  title_vi: text,
  title_en: text,
  legal_reference: legalReference,
  illustrative: z.boolean(),
  note_vi: z.string().normalize(),
  groups: z.array(z.string().regex(/^[a-z0-9-]+\*?$/, 'write a group, or a prefix and *')).min(1),
  decimals: scale,
  points_decimals: scale,
  rounding: z.literal('half-up'),
  ties: z.literal('shared-minimum'),
  successor_rule: z.literal('mean-of-predecessors'),
  total_published: z.boolean(),
  pillars: z.array(pillar),
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

const indicator = z.strictObject({
  indicator: codeShape,
  main_index: codeShape,
  ...named,
  unit_of_measure_vi: z.string(),
  rule: z.enum(['direct']),
  max_points: decimalText,
  assessed: z.boolean(),
  evidence_required: z.boolean(),
  inputs: z.array(input).min(1),
});

/** A framework as one document. */
export const frameworkShape: z.ZodType<Framework> = z.strictObject({
  ...common,
  total: z.strictObject(named),
  main_indices: z.array(mainIndex).min(1),
  indicators: z.array(indicator).min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
