import * as z from 'zod';
import { day } from '../../shared/http/day.ts';
import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, pathParameters, readBody } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { requestCause } from '../../shared/http/request-cause.ts';
import { words } from '../../shared/http/words.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { tellNotices } from '../../shared/notices/tell-notices.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { askUnit } from './ask-unit.ts';
import { replyQuestion } from './reply-question.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE');
const stores = {
  ...connectBuckets({ lake: environment.LAKE_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
};
const deps = { ...stores, tell: tellNotices(stores), now: () => new Date() };

const question = z.strictObject({
  text_vi: words(1500),
  answer_by: day,
  indicator: z.string().min(1).max(100).optional(),
});

const reply = z.strictObject({ text_vi: words(1500), evidence_vi: words(500).optional() });

export const handler = signedInFunction(async (event, caller) => {
  queryParameters(event);
  const of = pathParameters(event, 'group', 'period', 'unit_id');
  const cause = requestCause(event);
  if (event.pathParameters?.question === undefined)
    return answer(200, await askUnit({ ...of, ...readBody(event, question), cause }, caller, deps));
  const asked = { ...of, ...pathParameters(event, 'question') };
  return answer(200, await replyQuestion({ ...asked, ...readBody(event, reply), cause }, caller, deps));
});
