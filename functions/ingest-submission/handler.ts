import { readSecretBytes } from '../../shared/identity/secret.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { tellNotices } from '../../shared/notices/tell-notices.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { queueFunction } from '../../shared/observability/queue-function.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { checkAnyFile } from '../../shared/submission/check-any-file.ts';
import { receiveSubmission } from '../../shared/submission/receive-submission.ts';
import { openWorkbook } from '../../shared/workbook/open-workbook.ts';

const environment = readEnvironment('RAW_BUCKET', 'LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE', 'SIGNING_KEY_SECRET');
const stores = {
  ...connectBuckets({ raw: environment.RAW_BUCKET, lake: environment.LAKE_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
};
const deps = {
  ...stores,
  tell: tellNotices(stores),
  checkFile: checkAnyFile({ signingKey: readSecretBytes(environment.SIGNING_KEY_SECRET), openWorkbook }),
  now: () => new Date(),
};

/** EventBridge's S3 "Object Created"; its key is plain, not percent-encoded as in S3's own notifications. */
interface ObjectCreated {
  detail: { object: { key: string; 'version-id': string } };
}

export const handler = queueFunction(async (body) => {
  const { object } = (JSON.parse(body) as ObjectCreated).detail;
  await receiveSubmission({ key: object.key, versionId: object['version-id'] }, deps);
});
