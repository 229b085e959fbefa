import * as z from 'zod';
import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, pathParameters, readBody, readNoBody } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { requestCause } from '../../shared/http/request-cause.ts';
import { words } from '../../shared/http/words.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { tellNotices } from '../../shared/notices/tell-notices.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { certifySubmission } from './certify-submission.ts';
import { returnSubmission } from './return-submission.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE');
const stores = {
  ...connectBuckets({ lake: environment.LAKE_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
};
const deps = { ...stores, tell: tellNotices(stores), now: () => new Date() };

const body = z.strictObject({ text_vi: words(1500) });

export const handler = signedInFunction(async (event, caller) => {
  queryParameters(event);
  const of = pathParameters(event, 'group', 'period', 'unit_id', 'receipt');
  if (event.routeKey.endsWith('/return'))
    return answer(
      200,
      await returnSubmission({ ...of, ...readBody(event, body), cause: requestCause(event) }, caller, deps),
    );
  readNoBody(event);
  return answer(200, await certifySubmission({ ...of, requestId: event.requestContext.requestId }, caller, deps));
});
