import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, pathParameters } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { readNotices } from './read-notices.ts';

const deps = { table: connectScoreTable(readEnvironment('SCORE_TABLE').SCORE_TABLE), now: () => new Date() };

export const handler = signedInFunction(async (event, caller) => {
  const of = pathParameters(event, 'group', 'period');
  return answer(200, await readNotices({ ...queryParameters(event, 'unit_id', 'cursor'), ...of }, caller, deps));
});
