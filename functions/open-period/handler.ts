import * as z from 'zod';
import { day } from '../../shared/http/day.ts';
import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, readBody } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { words } from '../../shared/http/words.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { openPeriod } from './open-period.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE');
const { lake } = connectBuckets({ lake: environment.LAKE_BUCKET });
const deps = {
  lake,
  ledger: connectLedger(environment.LEDGER_TABLE),
  table: connectScoreTable(environment.SCORE_TABLE),
  now: () => new Date(),
};
const body = z.strictObject({
  group: z.string(),
  period: z.string(),
  framework: z.union([z.string(), z.strictObject({ framework_id: z.string(), version: z.string() })]),
  deadline: day.optional(),
  notice_vi: words(300).optional(),
  certification: z.literal('required').optional(),
  receipts_per_day: z.int().min(1).max(1000).optional(),
});

export const handler = signedInFunction(async (event, caller) => {
  queryParameters(event);
  const input = { ...readBody(event, body), requestId: event.requestContext.requestId };
  return answer(200, await openPeriod(input, caller, deps));
});
