import { publicFunction } from '../../shared/http/http-function.ts';
import { pathParameters } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { openApi } from './openapi.ts';
import { serveScoreboard } from './serve-scoreboard.ts';

const deps = { table: connectScoreTable(readEnvironment('SCORE_TABLE').SCORE_TABLE) };
const document = JSON.stringify(openApi);

export const handler = publicFunction(async (event) => {
  if (event.routeKey.endsWith('/openapi.json')) {
    queryParameters(event);
    const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'public, max-age=3600' };
    return { statusCode: 200, headers, body: document };
  }
  const query = queryParameters(event, 'index', 'release');
  return serveScoreboard(
    {
      ...pathParameters(event, 'group', 'period'),
      index: query.index ?? 'dti',
      release: query.release ?? null,
      accept: event.headers.accept,
      ifNoneMatch: event.headers['if-none-match'],
    },
    deps,
  );
});
