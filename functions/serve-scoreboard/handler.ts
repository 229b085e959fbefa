import { publicFunction } from '../../shared/http/http-function.ts';
import { pathParameters } from '../../shared/http/messages.ts';
import { publicAnswer, readableAnywhere } from '../../shared/http/public-answer.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { keptTexts } from '../../shared/lake/kept-texts.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { keptFor } from '../../shared/observability/kept-for.ts';
import { publicRoute } from '../../shared/public-api/public-routes.ts';
import { type ReleaseLine, readCurrentRelease, readRelease } from '../../shared/score-store/releases.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { openApi } from './openapi.ts';
import { serveScoreboard } from './serve-scoreboard.ts';

const environment = readEnvironment('SCORE_TABLE', 'PUBLIC_BUCKET');
const table = connectScoreTable(environment.SCORE_TABLE);
const { publicBucket } = connectBuckets({ publicBucket: environment.PUBLIC_BUCKET });
const second = 1000;
const current = keptFor(second, (line) => {
  const [index = '', group = '', period = ''] = line.split('/');
  return readCurrentRelease(table, { index, group, period });
});

const deps = {
  current: ({ index, group, period }: ReleaseLine) => current(`${index}/${group}/${period}`),
  numbered: (of: ReleaseLine, number: number) => readRelease(table, of, number),
  /** In characters; a table of 3,321 communes has some four million. */
  texts: keptTexts(publicBucket, 32_000_000),
};
const document = { body: JSON.stringify(openApi), type: 'application/json' };
const scoreboard = publicRoute('getScoreboard');

export const handler = publicFunction(async (event) => {
  const ifNoneMatch = event.headers['if-none-match'];
  if (event.routeKey.endsWith('/openapi.json')) {
    queryParameters(event);
    return publicAnswer({ ...document, changes: 'with a release' }, ifNoneMatch);
  }
  const query = queryParameters(event, ...scoreboard.query);
  return serveScoreboard(
    {
      ...pathParameters(event, 'group', 'period'),
      ...{ index: query.index ?? 'dti', release: query.release ?? null },
      ...{ accept: event.headers.accept, ifNoneMatch },
    },
    deps,
  );
}, readableAnywhere);
