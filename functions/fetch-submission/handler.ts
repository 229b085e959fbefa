import { signedInFunction } from '../../shared/http/http-function.ts';
import { link } from '../../shared/http/link.ts';
import { pathParameters } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { fetchSubmission } from './fetch-submission.ts';

const environment = readEnvironment('RAW_BUCKET', 'LEDGER_TABLE');
const deps = {
  ...connectBuckets({ raw: environment.RAW_BUCKET }),
  ledger: connectLedger(environment.LEDGER_TABLE),
};

export const handler = signedInFunction(async (event, caller) => {
  queryParameters(event);
  const of = pathParameters(event, 'group', 'period', 'unit_id');
  const address = event.pathParameters?.receipt ? pathParameters(event, 'receipt') : pathParameters(event, 'sha256');
  return link(event, await fetchSubmission(of, address, caller, deps));
});
