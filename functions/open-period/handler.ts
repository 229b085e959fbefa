import * as z from 'zod';
import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, readBody } from '../../shared/http/messages.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { openPeriod } from './open-period.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE');
const { lake } = connectBuckets({ lake: environment.LAKE_BUCKET });
const deps = { lake, table: connectScoreTable(environment.SCORE_TABLE), now: () => new Date() };
const body = z.object({
  group: z.string(),
  period: z.string(),
  framework: z.string(),
  deadline: z.iso.date().optional(),
  notice_vi: z.string().min(1).max(300).optional(),
});

export const handler = signedInFunction(async (event, caller) =>
  answer(200, await openPeriod(readBody(event, body), caller, deps)),
);
