import { signedInFunction } from '../../shared/http/http-function.ts';
import { link } from '../../shared/http/link.ts';
import { pathParameters } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { issueProfile } from './issue-profile.ts';
import { issueStatus } from './issue-status.ts';
import { issueTable } from './issue-table.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE');
const deps = {
  ...connectBuckets({ lake: environment.LAKE_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
  now: () => new Date(),
};

export const handler = signedInFunction(async (event, caller) => {
  if (event.routeKey.includes('/tables/')) {
    const chosen = queryParameters(event, 'periods', 'units', 'measures');
    return link(event, await issueTable({ ...pathParameters(event, 'index', 'group'), ...chosen }, caller, deps));
  }
  queryParameters(event);
  const of = pathParameters(event, 'group', 'period');
  if (event.routeKey.endsWith('/status.xlsx')) return link(event, await issueStatus(of, caller, deps));
  return link(event, await issueProfile({ ...of, ...pathParameters(event, 'unit_id') }, caller, deps));
});
