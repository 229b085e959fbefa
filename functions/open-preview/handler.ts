import * as z from 'zod';
import { day } from '../../shared/http/day.ts';
import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, pathParameters, readBody } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { requestCause } from '../../shared/http/request-cause.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { tellNotices } from '../../shared/notices/tell-notices.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { openPreview } from './open-preview.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE');
const stores = {
  ...connectBuckets({ lake: environment.LAKE_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
};
const deps = { ...stores, tell: tellNotices(stores), now: () => new Date() };
const body = z.strictObject({ until: day });

export const handler = signedInFunction(async (event, caller) => {
  queryParameters(event);
  const input = { ...pathParameters(event, 'run_id'), ...readBody(event, body), cause: requestCause(event) };
  return answer(200, await openPreview(input, caller, deps));
});
