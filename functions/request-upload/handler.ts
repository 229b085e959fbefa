import * as z from 'zod';
import { requireFileName } from '../../shared/http/file-name.ts';
import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, readBody } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { requestUpload } from './request-upload.ts';

const environment = readEnvironment('RAW_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE');
const { raw } = connectBuckets({ raw: environment.RAW_BUCKET });
const deps = {
  raw,
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
  now: () => new Date(),
};
const body = z.strictObject({
  group: z.string(),
  period: z.string(),
  unit_id: z.string().regex(/^[A-Za-z0-9-]{1,40}$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.number().int().min(0),
  file_name: z.string(),
});

export const handler = signedInFunction(async (event, caller) => {
  queryParameters(event);
  const input = readBody(event, body);
  requireFileName(input.file_name);
  return answer(200, await requestUpload(input, caller, deps));
});
