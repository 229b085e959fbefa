import { connectBuckets } from '../../shared/lake/objects.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { queueFunction } from '../../shared/observability/queue-function.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { rebuildOpenData } from './rebuild-open-data.ts';

const environment = readEnvironment('PUBLIC_BUCKET', 'SCORE_TABLE', 'PUBLIC_ORIGIN', 'SITE_EXTENT');
const deps = {
  ...connectBuckets({ publicBucket: environment.PUBLIC_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  siteOrigin: environment.PUBLIC_ORIGIN,
  siteExtent: environment.SITE_EXTENT === 'rankings' ? ('rankings' as const) : ('all' as const),
};

/** EventBridge's S3 "Object Created". */
interface ObjectCreated {
  detail: { object: { key: string } };
}

export const handler = queueFunction(async (body) => {
  await rebuildOpenData((JSON.parse(body) as ObjectCreated).detail.object.key, deps);
});
