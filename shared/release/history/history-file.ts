import * as z from 'zod';
import { isPeriod } from '../../periods/period.ts';
import type { UnitHistory } from './unit-history.ts';

/** Public bucket: the history of a unit as it stands; written again with each release that changes it. */
export const historyKey = (unitId: string) => `history/${unitId}.json`;

/** Keys in the order of the type and points in that of time: equal histories, equal bytes. */
export const renderUnitHistory = (history: UnitHistory): string => `${JSON.stringify(history)}\n`;

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

/** What `history/<unit_id>.json` and the API answer; a field more or less is refused. */
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

/** Throws zod's error on anything else. */
export const parseUnitHistory = (json: string): UnitHistory => unitHistoryShape.parse(JSON.parse(json));
