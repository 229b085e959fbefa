import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, pathParameters } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { readPreview } from './read-preview.ts';

const environment = readEnvironment('LAKE_BUCKET', 'LEDGER_TABLE');
const deps = {
  ...connectBuckets({ lake: environment.LAKE_BUCKET }),
  ledger: connectLedger(environment.LEDGER_TABLE),
  now: () => new Date(),
};

export const handler = signedInFunction(async (event, caller) => {
  queryParameters(event);
  return answer(200, await readPreview(pathParameters(event, 'group', 'period', 'unit_id'), caller, deps));
});
