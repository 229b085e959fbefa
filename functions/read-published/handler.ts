import { type PublicEvent, publicFunction } from '../../shared/http/http-function.ts';
import { preflight, readableAnywhere } from '../../shared/http/public-answer.ts';
import { keptTexts } from '../../shared/lake/kept-texts.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { keptFor } from '../../shared/observability/kept-for.ts';
import { readUnitHistory } from '../../shared/release/history/read-history.ts';
import { listPublished } from '../../shared/score-store/published-frameworks.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { answerMissingPage } from './answer-missing-page.ts';
import { findRoute } from './find-route.ts';
import { allReader } from './read-all.ts';
import { readPublished } from './read-published.ts';
import { openScores } from './read-scores.ts';

const environment = readEnvironment('PUBLIC_BUCKET', 'LAKE_BUCKET', 'SCORE_TABLE', 'PUBLIC_ORIGIN');
const { publicBucket, lake } = connectBuckets({
  publicBucket: environment.PUBLIC_BUCKET,
  lake: environment.LAKE_BUCKET,
});
const table = connectScoreTable(environment.SCORE_TABLE);
const second = 1000;
/** In characters; a table of 3,321 communes has some four million. */
const capacity = 32_000_000;
const texts = keptTexts(publicBucket, capacity);
const listed = keptFor(second, allReader(table));
const history = keptFor(second, (unitId) => readUnitHistory('dti', unitId, table));
const frameworks = keptFor(second, () => listPublished(table));

const deps = {
  published: () => listed(''),
  frameworks: () => frameworks(''),
  ...{ history, texts, documents: keptTexts(lake, capacity / 4), scores: openScores({ publicBucket, texts }) },
  now: () => new Date(),
  origin: environment.PUBLIC_ORIGIN,
};

export const handler = publicFunction(async (event: PublicEvent) => {
  const missing = answerMissingPage(event.rawPath);
  if (missing) return missing;
  const { route, pathParameters } = findRoute(event.rawPath);
  if (event.routeKey.startsWith('OPTIONS ')) return preflight();
  return readPublished(route.operationId, { ...event, pathParameters }, deps);
}, readableAnywhere);
