import * as z from 'zod';
import { day } from '../../shared/http/day.ts';
import { words } from '../../shared/http/words.ts';

const indicator = z.string().min(1).max(100);
/** As long as fits beside the row of an appraisal workbook. */
const reason_vi = words(1500);

/** What an appraiser may say of one indicator. */
const decision = z.discriminatedUnion('decision', [
  /** The unit's own points. */
  z.strictObject({ decision: z.literal('keep'), indicator, reason_vi: reason_vi.optional() }),
  /** Other points, as typed: `7,24`. */
  z.strictObject({
    ...{ decision: z.literal('points'), indicator, points: z.string().min(1).max(50) },
    reason_vi: reason_vi.optional(),
  }),
  /** Not accepted: no points. */
  z.strictObject({ decision: z.literal('reject'), indicator, reason_vi: reason_vi.optional() }),
  /** *Cần bổ sung*: a question to the unit; points stay as they are. */
  z.strictObject({ decision: z.literal('ask'), indicator, reason_vi, answer_by: day }),
  /** The decision that stands is taken back. */
  z.strictObject({ decision: z.literal('withdraw'), indicator }),
]);

export type StatedDecision = z.infer<typeof decision>;

/** The largest framework has some hundred indicators. */
const mostDecisions = 500;

export const decisionsBody = z.strictObject({
  /** Of the figures that were looked at. */
  figures_sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Number of the chain's last entry that was looked at; absent: nothing is told of decisions that came since. */
  last_entry: z.number().int().min(0).optional(),
  decisions: z.array(decision).min(1).max(mostDecisions),
});
