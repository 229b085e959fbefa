import { taggedAnswer } from '../../shared/http/entity-tag.ts';
import { signedInFunction } from '../../shared/http/http-function.ts';
import { pathParameters } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { readBoard } from './read-board.ts';
import { readUnitsPage } from './read-units.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE');
const deps = {
  ...connectBuckets({ lake: environment.LAKE_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
  now: () => new Date(),
};

export const handler = signedInFunction(async (event, caller) => {
  const of = pathParameters(event, 'group', 'period');
  const known = event.headers['if-none-match'];
  if (event.routeKey.endsWith('/units')) {
    const { cursor } = queryParameters(event, 'cursor');
    return taggedAnswer(known, await readUnitsPage({ ...of, cursor }, caller, deps));
  }
  queryParameters(event);
  return taggedAnswer(known, await readBoard(of, caller, deps));
});
