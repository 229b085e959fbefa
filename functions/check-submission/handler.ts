import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, pathParameters, readNoBody } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { readSecretBytes } from '../../shared/identity/secret.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { tellNotices } from '../../shared/notices/tell-notices.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { checkAnyFile } from '../../shared/submission/check-any-file.ts';
import { openWorkbook } from '../../shared/workbook/open-workbook.ts';
import { checkAgain } from './check-again.ts';
import { checkSubmission } from './check-submission.ts';

const environment = readEnvironment('RAW_BUCKET', 'LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE', 'SIGNING_KEY_SECRET');
const stores = {
  ...connectBuckets({ raw: environment.RAW_BUCKET, lake: environment.LAKE_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
};
const deps = {
  ...stores,
  tell: tellNotices(stores),
  checkFile: checkAnyFile({ signingKey: readSecretBytes(environment.SIGNING_KEY_SECRET), openWorkbook }),
  now: () => new Date(),
};

export const handler = signedInFunction(async (event, caller) => {
  queryParameters(event);
  readNoBody(event);
  const of = pathParameters(event, 'group', 'period', 'unit_id');
  if (event.pathParameters?.receipt !== undefined)
    return answer(200, await checkAgain({ ...of, ...pathParameters(event, 'receipt') }, caller, deps));
  return answer(200, await checkSubmission({ ...of, ...pathParameters(event, 'sha256') }, caller, deps));
});
