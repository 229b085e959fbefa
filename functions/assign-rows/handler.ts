import * as z from 'zod';
import { day } from '../../shared/http/day.ts';
import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, pathParameters, readBody } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { words } from '../../shared/http/words.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { assignUnitRows } from './assign-rows.ts';
import { readAssignmentsOf } from './read-assignments.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE');
const deps = {
  ...connectBuckets({ lake: environment.LAKE_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
  now: () => new Date(),
};

const code = z.string().min(1).max(60);
const assigned = z.strictObject({
  // As the sign-in writes it into `dti_department`.
  department: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/),
  department_name_vi: words(200),
  person_vi: words(100).nullable().default(null),
  due: day.nullable().default(null),
});
const body = z.strictObject({
  rows: z
    .array(z.strictObject({ indicator: code, input: code.optional() }))
    .min(1)
    .max(250),
  to: assigned.nullable(),
});

export const handler = signedInFunction(async (event, caller) => {
  queryParameters(event);
  const of = pathParameters(event, 'group', 'period', 'unit_id');
  if (event.routeKey.startsWith('GET ')) return answer(200, await readAssignmentsOf(of, caller, deps));
  return answer(200, await assignUnitRows({ ...of, ...readBody(event, body) }, caller, deps));
});
