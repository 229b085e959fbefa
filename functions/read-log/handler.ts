import { chooseFormat } from '../../shared/http/choose-format.ts';
import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, pathParameters } from '../../shared/http/messages.ts';
import { dayParameter, queryParameters } from '../../shared/http/query-parameters.ts';
import { requirePeriod } from '../../shared/http/require-period.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { readPeriodFramework } from '../../shared/submission/period-framework.ts';
import { logCsv } from './log-csv.ts';
import { logPage } from './log-page.ts';
import { readLog } from './read-log.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE');
const deps = {
  ...connectBuckets({ lake: environment.LAKE_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
};

export const handler = signedInFunction(async (event, caller) => {
  const of = pathParameters(event, 'group', 'period');
  const query = queryParameters(event, 'unit_id', 'kind', 'subject', 'from', 'to', 'cursor');
  const format = chooseFormat(event.headers.accept, ['application/json', 'text/csv']);
  const { cursor, ...filter } = query;
  const days = { from: dayParameter(query, 'from'), to: dayParameter(query, 'to') };
  const lines = await readLog({ ...filter, ...days, ...of }, caller, deps);
  if (format === 'application/json') {
    const framework = async () => {
      const { terms } = await requirePeriod(deps.ledger, of.group, of.period);
      return readPeriodFramework(deps.lake, terms);
    };
    return answer(200, await logPage({ ...of, lines, cursor }, { caller, framework, table: deps.table }));
  }
  const headers = { 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store' };
  return { statusCode: 200, headers, body: logCsv(lines) };
});
