import { signedInFunction } from '../../shared/http/http-function.ts';
import { pathParameters } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { readFramework } from './read-framework.ts';

const environment = readEnvironment('LAKE_BUCKET');
const deps = connectBuckets({ lake: environment.LAKE_BUCKET });

export const handler = signedInFunction(async (event, caller) => {
  queryParameters(event);
  const { sha256 } = pathParameters(event, 'sha256');
  return readFramework({ sha256, ifNoneMatch: event.headers['if-none-match'] }, caller, deps);
});
