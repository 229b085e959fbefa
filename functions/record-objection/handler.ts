import * as z from 'zod';
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
import { answerObjection } from './answer-objection.ts';
import { recordObjection } from './record-objection.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE');
const stores = {
  ...connectBuckets({ lake: environment.LAKE_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
};
const deps = { ...stores, tell: tellNotices(stores), now: () => new Date() };
const objection = z.strictObject({
  indicator: z.string().min(1).max(100).optional(),
  text_vi: words(1500),
  evidence_vi: words(500).optional(),
});
const objectionAnswer = z.strictObject({ outcome: z.enum(['accepted', 'declined']), text_vi: words(1500) });

export const handler = signedInFunction(async (event, caller) => {
  queryParameters(event);
  const of = { ...pathParameters(event, 'group', 'period', 'unit_id'), cause: requestCause(event) };
  if (!event.routeKey.endsWith('/answer'))
    return answer(200, await recordObjection({ ...readBody(event, objection), ...of }, caller, deps));
  const answering = { ...readBody(event, objectionAnswer), ...of, ...pathParameters(event, 'number') };
  return answer(200, await answerObjection(answering, caller, deps));
});
