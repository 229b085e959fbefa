import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { scheduledFunction } from '../../shared/observability/scheduled-function.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { remindUnits } from './remind-units.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE');
const deps = {
  ...connectBuckets({ lake: environment.LAKE_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
};

export const handler = scheduledFunction((at) => remindUnits(at, deps));
