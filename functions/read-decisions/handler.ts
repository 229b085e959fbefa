import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, pathParameters } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { listDecisions } from './list-decisions.ts';
import { listFiles } from './list-files.ts';
import { readProgress } from './read-progress.ts';
import { readQueue } from './read-queue.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE');
const deps = {
  ...connectBuckets({ lake: environment.LAKE_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
};

export const handler = signedInFunction(async (event, caller) => {
  const of = pathParameters(event, 'group', 'period');
  switch (event.routeKey.split('/').at(-1)) {
    case 'queue': {
      const query = queryParameters(event, 'indicator', 'unit_id', 'cursor');
      return answer(200, await readQueue({ ...of, ...query }, caller, deps));
    }
    case 'decisions': {
      const query = queryParameters(event, 'unit_id', 'cursor');
      return answer(200, await listDecisions({ ...of, ...query }, caller, deps));
    }
    case 'files':
      return answer(200, await listFiles({ ...of, ...queryParameters(event, 'cursor') }, caller, deps));
    default:
      queryParameters(event);
      return answer(200, await readProgress(of, caller, deps));
  }
});
