import { signedInFunction } from '../../shared/http/http-function.ts';
import { link } from '../../shared/http/link.ts';
import { pathParameters } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { readSecretBytes } from '../../shared/identity/secret.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { issueTemplate } from './issue-template.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE', 'SIGNING_KEY_SECRET');
const deps = {
  ...connectBuckets({ lake: environment.LAKE_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
  now: () => new Date(),
  signingKey: readSecretBytes(environment.SIGNING_KEY_SECRET),
};

export const handler = signedInFunction(async (event, caller) => {
  queryParameters(event);
  const of = pathParameters(event, 'group', 'period', 'unit_id');
  return link(event, await issueTemplate(of, caller, deps));
});
