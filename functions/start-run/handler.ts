import * as z from 'zod';
import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, readBody } from '../../shared/http/messages.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectStateMachine } from '../../shared/observability/state-machine.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { startRun } from './start-run.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE', 'RUN_STATE_MACHINE');
const { lake } = connectBuckets({ lake: environment.LAKE_BUCKET });
const deps = {
  lake,
  table: connectScoreTable(environment.SCORE_TABLE),
  now: () => new Date(),
  startExecution: connectStateMachine(environment.RUN_STATE_MACHINE),
};
const body = z.object({ group: z.string(), period: z.string() });

export const handler = signedInFunction(async (event, caller) =>
  answer(202, await startRun(readBody(event, body), caller, deps)),
);
