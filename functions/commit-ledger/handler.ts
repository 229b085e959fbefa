import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { queueFunction } from '../../shared/observability/queue-function.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { connectSigner } from '../../shared/signing/connect-signer.ts';
import { commitLedger } from './commit-ledger.ts';

const environment = readEnvironment('LAKE_BUCKET', 'PUBLIC_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE', 'RELEASE_KEY');
const deps = {
  ...connectBuckets({ lake: environment.LAKE_BUCKET, publicBucket: environment.PUBLIC_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
  signer: connectSigner(environment.RELEASE_KEY),
  now: () => new Date(),
};

/** What woke it, a release or the day, says nothing that the chains do not. */
export const handler = queueFunction(async () => {
  await commitLedger(deps);
});
