import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, bodyBytes } from '../../shared/http/messages.ts';
import { Problem } from '../../shared/http/problem.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { publishFramework } from './publish-framework.ts';
import { readUpload } from './read-upload.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE');
const deps = {
  ...connectBuckets({ lake: environment.LAKE_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  now: () => new Date(),
};

export const handler = signedInFunction(async (event, caller) => {
  const { publish } = queryParameters(event, 'publish');
  if (publish !== undefined && !/^[0-9a-f]{64}$/.test(publish)) throw publishInvalid();
  const upload = { contentType: event.headers['content-type'], bytes: bodyBytes(event), event };
  return answer(200, await publishFramework({ readFiles: () => readUpload(upload), publish }, caller, deps));
});

const publishInvalid = (): Problem =>
  new Problem(
    400,
    'query-invalid',
    'Tham số "publish" là mã SHA-256 của bộ chỉ số đã xem trước.',
    '"publish" is the SHA-256 of the framework that was looked at.',
  );
