import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, bodyBytes, pathParameters, readBody } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { requestCause } from '../../shared/http/request-cause.ts';
import { readSecretBytes } from '../../shared/identity/secret.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { tellNotices } from '../../shared/notices/tell-notices.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { decisionsBody } from './decisions-body.ts';
import { recordAppraisal } from './record-appraisal.ts';
import { recordDecisions } from './record-decisions.ts';

const environment = readEnvironment('RAW_BUCKET', 'LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE', 'SIGNING_KEY_SECRET');
const stores = {
  ...connectBuckets({ raw: environment.RAW_BUCKET, lake: environment.LAKE_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
};
const deps = {
  ...stores,
  tell: tellNotices(stores),
  signingKey: readSecretBytes(environment.SIGNING_KEY_SECRET),
  now: () => new Date(),
};

export const handler = signedInFunction(async (event, caller) => {
  queryParameters(event);
  if (event.pathParameters?.unit_id !== undefined) {
    const of = { ...pathParameters(event, 'group', 'period', 'unit_id'), cause: requestCause(event) };
    const stated = { ...of, ...readBody(event, decisionsBody), bytes: bodyBytes(event) };
    return answer(200, await recordDecisions(stated, caller, deps));
  }
  const input = {
    ...pathParameters(event, 'group', 'period'),
    contentType: event.headers['content-type'],
    bytes: bodyBytes(event),
    cause: `request/${event.requestContext.requestId}`,
  };
  return answer(200, await recordAppraisal(input, caller, deps));
});
