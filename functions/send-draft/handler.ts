import * as z from 'zod';
import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, pathParameters, readBody } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { tellNotices } from '../../shared/notices/tell-notices.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { checkTableFile } from '../../shared/submission/check-file.ts';
import { sendDraft } from './send-draft.ts';

const environment = readEnvironment('RAW_BUCKET', 'LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE');
const stores = {
  ...connectBuckets({ raw: environment.RAW_BUCKET, lake: environment.LAKE_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
};
const deps = { ...stores, tell: tellNotices(stores), checkFile: checkTableFile, now: () => new Date() };
const body = z.strictObject({ version: z.string().regex(/^[0-9a-f]{64}$/) });

export const handler = signedInFunction(async (event, caller) => {
  queryParameters(event);
  const of = pathParameters(event, 'group', 'period', 'unit_id');
  return answer(200, await sendDraft({ ...of, ...readBody(event, body) }, caller, deps));
});
