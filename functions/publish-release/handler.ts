import * as z from 'zod';
import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, pathParameters, readBody } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { words } from '../../shared/http/words.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { tellNotices } from '../../shared/notices/tell-notices.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { connectSigner } from '../../shared/signing/connect-signer.ts';
import { publishRelease } from './publish-release.ts';
import { readChecklist } from './read-checklist.ts';

const environment = readEnvironment(
  'LAKE_BUCKET',
  'PUBLIC_BUCKET',
  'SCORE_TABLE',
  'LEDGER_TABLE',
  'CODE_VERSION',
  'PUBLIC_ORIGIN',
  'RELEASE_KEY',
);
const stores = {
  ...connectBuckets({ lake: environment.LAKE_BUCKET, publicBucket: environment.PUBLIC_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
};
const deps = {
  ...stores,
  tell: tellNotices(stores),
  now: () => new Date(),
  codeVersion: environment.CODE_VERSION,
  origin: environment.PUBLIC_ORIGIN,
  signer: connectSigner(environment.RELEASE_KEY),
};
const body = z.strictObject({
  run_id: z.string().regex(/^[0-9a-f]{32}$/),
  despite: words(1000).optional(),
});

export const handler = signedInFunction(async (event, caller) => {
  queryParameters(event);
  if (event.routeKey.endsWith('/release-checklist'))
    return answer(200, await readChecklist(pathParameters(event, 'run_id').run_id, caller, deps));
  return answer(200, await publishRelease(readBody(event, body), caller, deps));
});
