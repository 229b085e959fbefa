import * as z from 'zod';
import { isPeriod } from '../../periods/period.ts';
import type { UnitHistory } from './unit-history.ts';

const text = z.string().min(1);
const day = z.iso.date();
const decimal = z.string().regex(/^\d+\.\d+$/);
const reason = { reason_vi: text, reason_en: text };
const unit = { unit_id: text, unit_name_vi: text, unit_name_en: text };

const point = z.strictObject({
  ...{ release: text, group: text, group_name_vi: text, group_name_en: text },
  period: z.string().refine(isPeriod),
  closing_date: day,
  kind: z.enum(['computed', 'published']),
  framework: z.strictObject({ framework_id: text, version: text, legal_number: text }),
  illustrative: z.boolean(),
  unit_id: text,
  state: z.enum(['ranked', 'unranked', 'not_submitted']),
  value: decimal.nullable(),
  rank: z.int().min(1).nullable(),
  n: z.int().min(0),
  values: z.record(text, decimal),
});

const series = z.strictObject({
  ...unit,
  relation: z.enum(['self', 'continued', 'merged']),
  points: z.array(point),
  breaks: z.array(
    z.strictObject({ kind: z.enum(['group', 'framework', 'illustrative']), before: text, after: text, ...reason }),
  ),
});

/** What the API answers; a field more or less is refused. */
export const unitHistoryShape = z.strictObject({
  index: text,
  ...unit,
  valid_from: day,
  valid_to: day.nullable(),
  series,
  formation: z.strictObject({ kind: z.enum(['merged', 'continued']), on: day, ...reason }).nullable(),
  predecessors: z.array(series),
  succession: z.strictObject({ on: day, successors: z.array(z.strictObject(unit)), ...reason }).nullable(),
}) satisfies z.ZodType<UnitHistory>;
