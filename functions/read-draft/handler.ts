import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, pathParameters } from '../../shared/http/messages.ts';
import { queryParameters, wholeNumber } from '../../shared/http/query-parameters.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { checkDraft } from './check-draft.ts';
import { readDraftOf } from './read-draft.ts';
import { readRowVersions } from './read-versions.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE');
const deps = {
  ...connectBuckets({ lake: environment.LAKE_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
  now: () => new Date(),
};

export const handler = signedInFunction(async (event, caller) => {
  const of = pathParameters(event, 'group', 'period', 'unit_id');
  if (event.pathParameters?.indicator !== undefined) {
    const before = wholeNumber(queryParameters(event, 'before'), 'before');
    return answer(
      200,
      await readRowVersions({ ...of, ...pathParameters(event, 'indicator', 'input'), before }, caller, deps),
    );
  }
  queryParameters(event);
  const isCheck = event.routeKey.endsWith('/check');
  return answer(200, isCheck ? await checkDraft(of, caller, deps) : await readDraftOf(of, caller, deps));
});
