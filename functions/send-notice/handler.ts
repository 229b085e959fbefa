import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectMail } from '../../shared/notices/send-mail.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { queueFunction } from '../../shared/observability/queue-function.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { sendNotice } from './send-notice.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE', 'NOTICE_SENDER', 'PORTAL_ORIGIN');
const deps = {
  ...connectBuckets({ lake: environment.LAKE_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  sendMail: connectMail(environment.NOTICE_SENDER),
  portalOrigin: environment.PORTAL_ORIGIN,
  now: () => new Date(),
};

/** EventBridge's S3 "Object Created". */
interface ObjectCreated {
  detail: { object: { key: string } };
}

export const handler = queueFunction(async (body) => {
  await sendNotice((JSON.parse(body) as ObjectCreated).detail.object.key, deps);
});
