import { signedInFunction } from '../../shared/http/http-function.ts';
import { link } from '../../shared/http/link.ts';
import { answer, pathParameters } from '../../shared/http/messages.ts';
import { flag, queryParameters, wholeNumber } from '../../shared/http/query-parameters.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { linkEvidence, listEvidence } from './read-evidence.ts';

const environment = readEnvironment('RAW_BUCKET', 'LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE');
const deps = {
  ...connectBuckets({ raw: environment.RAW_BUCKET, lake: environment.LAKE_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
};

export const handler = signedInFunction(async (event, caller) => {
  const of = pathParameters(event, 'group', 'period', 'unit_id');
  if (event.pathParameters?.sha256 === undefined) {
    const before = wholeNumber(queryParameters(event, 'before'), 'before');
    return answer(200, await listEvidence({ ...of, before }, caller, deps));
  }
  const inline = flag(queryParameters(event, 'inline'), 'inline');
  return link(event, await linkEvidence({ ...of, ...pathParameters(event, 'sha256'), inline }, caller, deps));
});
