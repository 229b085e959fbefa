import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, pathParameters } from '../../shared/http/messages.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { listPeriod, listUnit } from './read-submissions.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE');
const { lake } = connectBuckets({ lake: environment.LAKE_BUCKET });
const deps = { lake, table: connectScoreTable(environment.SCORE_TABLE) };

export const handler = signedInFunction(async (event, caller) => {
  const of = pathParameters(event, 'group', 'period');
  if (!event.pathParameters?.unit_id) return answer(200, await listPeriod(of, caller, deps));
  return answer(200, await listUnit({ ...of, ...pathParameters(event, 'unit_id') }, caller, deps));
});
