import * as z from 'zod';
import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, pathParameters, readBody } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { type InputCodes, keyOf } from '../../shared/submission/input-key.ts';
import { saveDraft } from './save-draft.ts';
import { codes, draftBounds, typedOrBlank, typedRecords } from './typed-text.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE');
const deps = {
  ...connectBuckets({ lake: environment.LAKE_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
  now: () => new Date(),
};

const row = z.strictObject({
  ...codes,
  version: z.number().int().min(0).max(1_000_000),
  value: typedOrBlank(draftBounds.value),
  evidence: z.union([typedOrBlank(draftBounds.text), typedRecords]),
  note: typedOrBlank(draftBounds.text),
});
const areOnce = (rows: InputCodes[]) => new Set(rows.map(keyOf)).size === rows.length;
const body = z.strictObject({
  rows: z
    .array(row)
    .max(draftBounds.rows)
    .refine(areOnce, {
      error: 'names a row twice',
      params: { vi: 'có một dòng ghi hai lần' },
    }),
  settled: z
    .array(z.strictObject({ ...codes, filled_by: z.string().min(1).max(100), filled_at: z.string().min(1).max(40) }))
    .max(draftBounds.rows)
    .default([]),
});

export const handler = signedInFunction(async (event, caller) => {
  queryParameters(event);
  const of = pathParameters(event, 'group', 'period', 'unit_id');
  return answer(200, await saveDraft({ ...of, ...readBody(event, body) }, caller, deps));
});
