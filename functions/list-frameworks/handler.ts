import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { listFrameworks } from './list-frameworks.ts';

const deps = { table: connectScoreTable(readEnvironment('SCORE_TABLE').SCORE_TABLE) };

export const handler = signedInFunction(async (event, caller) => {
  queryParameters(event);
  return answer(200, await listFrameworks(caller, deps));
});
