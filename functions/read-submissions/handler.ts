import { type SignedInEvent, signedInFunction } from '../../shared/http/http-function.ts';
import { answer, html, pathParameters } from '../../shared/http/messages.ts';
import { queryParameters, wholeNumber } from '../../shared/http/query-parameters.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { renderReceipt } from '../../shared/site/receipt-page.tsx';
import { readGrid } from './read-grid.ts';
import { listPeriod, listUnit, readReceipt } from './read-submissions.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE');
const deps = {
  ...connectBuckets({ lake: environment.LAKE_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
};

export const handler = signedInFunction(async (event, caller) => {
  const { unit_id, receipt } = event.pathParameters ?? {};
  if (event.routeKey.endsWith('/grid')) return answer(200, await gridOf(event, caller));
  const before = wholeNumber(queryParameters(event, ...(unit_id && !receipt ? (['before'] as const) : [])), 'before');
  const of = pathParameters(event, 'group', 'period');
  if (!unit_id) return answer(200, await listPeriod(of, caller, deps));
  const unit = { ...of, ...pathParameters(event, 'unit_id') };
  if (!receipt) return answer(200, await listUnit({ ...unit, before }, caller, deps));
  const told = await readReceipt({ ...unit, ...pathParameters(event, 'receipt') }, caller, deps);
  return event.routeKey.endsWith('/document') ? html(renderReceipt(told)) : answer(200, told);
});

function gridOf(event: SignedInEvent, caller: Caller) {
  const after = wholeNumber(queryParameters(event, 'after'), 'after');
  const of = { ...pathParameters(event, 'group', 'period', 'unit_id'), after };
  const address = event.pathParameters?.receipt ? pathParameters(event, 'receipt') : pathParameters(event, 'sha256');
  return readGrid(of, address, caller, deps);
}
