import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, bodyBytes, pathParameters } from '../../shared/http/messages.ts';
import { flag, queryParameters } from '../../shared/http/query-parameters.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { tellNotices } from '../../shared/notices/tell-notices.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { checkTableFile } from '../../shared/submission/check-file.ts';
import { submitValues } from './submit-values.ts';

const environment = readEnvironment('RAW_BUCKET', 'LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE');
const stores = {
  ...connectBuckets({ raw: environment.RAW_BUCKET, lake: environment.LAKE_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
};
const deps = { ...stores, tell: tellNotices(stores), checkFile: checkTableFile, now: () => new Date() };

export const handler = signedInFunction(async (event, caller) => {
  const query = queryParameters(event, 'dry_run', 'partial');
  const input = {
    ...pathParameters(event, 'group', 'period', 'unit_id'),
    contentType: event.headers['content-type'],
    contentDigest: event.headers['content-digest'],
    bytes: bodyBytes(event),
    partial: flag(query, 'partial'),
    dryRun: flag(query, 'dry_run'),
    idempotencyKey: event.headers['idempotency-key'] ?? null,
    requestId: event.requestContext.requestId,
  };
  return answer(200, await submitValues(input, caller, deps));
});
