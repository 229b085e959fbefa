import * as z from 'zod';
import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, readBody } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { words } from '../../shared/http/words.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectStateMachine } from '../../shared/observability/state-machine.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { startRun } from './start-run.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE', 'RUN_STATE_MACHINE');
const { lake } = connectBuckets({ lake: environment.LAKE_BUCKET });
const deps = {
  lake,
  ledger: connectLedger(environment.LEDGER_TABLE),
  table: connectScoreTable(environment.SCORE_TABLE),
  now: () => new Date(),
  startExecution: connectStateMachine(environment.RUN_STATE_MACHINE),
};
const reason = z.strictObject({
  text_vi: words(1000),
  kind: z.enum(['input', 'method', 'calculation']),
  found_by: words(200),
});
const body = z.strictObject({ group: z.string(), period: z.string(), reason: reason.optional() });

export const handler = signedInFunction(async (event, caller) => {
  queryParameters(event);
  return answer(202, await startRun(readBody(event, body), caller, deps));
});
