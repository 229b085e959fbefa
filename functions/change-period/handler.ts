import * as z from 'zod';
import { day } from '../../shared/http/day.ts';
import { type SignedInEvent, signedInFunction } from '../../shared/http/http-function.ts';
import { answer, pathParameters, readBody } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { words } from '../../shared/http/words.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { tellNotices } from '../../shared/notices/tell-notices.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import type { PeriodRequest } from './change-period.ts';
import { closePeriod } from './close-period.ts';
import { moveDeadline } from './move-deadline.ts';
import { reopenPeriod } from './reopen-period.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE');
const stores = {
  ...connectBuckets({ lake: environment.LAKE_BUCKET }),
  ledger: connectLedger(environment.LEDGER_TABLE),
  table: connectScoreTable(environment.SCORE_TABLE),
};
const deps = { ...stores, tell: tellNotices(stores), now: () => new Date() };
const reason_vi = words(1000);
const closing = z.strictObject({});
const reopening = z.strictObject({ unit_id: z.string(), until: day, reason_vi });
const moving = z.strictObject({ deadline: day, reason_vi });

export const handler = signedInFunction(async (event, caller) => {
  queryParameters(event);
  const of = { ...pathParameters(event, 'group', 'period'), requestId: event.requestContext.requestId };
  return answer(200, await change(event, of, caller));
});

function change(event: SignedInEvent, of: PeriodRequest, caller: Caller) {
  if (event.routeKey.endsWith('/reopen')) return reopenPeriod({ ...readBody(event, reopening), ...of }, caller, deps);
  if (event.routeKey.endsWith('/deadline')) return moveDeadline({ ...readBody(event, moving), ...of }, caller, deps);
  readBody(event, closing);
  return closePeriod(of, caller, deps);
}
