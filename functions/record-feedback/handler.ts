import * as z from 'zod';
import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, pathParameters, readBody } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { requestCause } from '../../shared/http/request-cause.ts';
import { words } from '../../shared/http/words.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { recordFeedback } from './record-feedback.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE');
const deps = {
  ...connectBuckets({ lake: environment.LAKE_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
  now: () => new Date(),
};

/** As long as fits beside the row of an appraisal workbook. */
const body = z.strictObject({
  indicator: z.string().min(1).max(100),
  text_vi: words(1500),
  evidence_vi: words(500).optional(),
});

export const handler = signedInFunction(async (event, caller) => {
  queryParameters(event);
  const input = {
    ...pathParameters(event, 'group', 'period', 'unit_id'),
    ...readBody(event, body),
    cause: requestCause(event),
  };
  return answer(200, await recordFeedback(input, caller, deps));
});
