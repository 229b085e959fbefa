import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { tellNotices } from '../../shared/notices/tell-notices.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { workflowStep } from '../../shared/observability/workflow-step.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { openRunPreview } from './open-run-preview.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE');
const { lake } = connectBuckets({ lake: environment.LAKE_BUCKET });
const stores = {
  lake,
  ledger: connectLedger(environment.LEDGER_TABLE),
  table: connectScoreTable(environment.SCORE_TABLE),
};
const deps = { ...stores, tell: tellNotices(stores), now: () => new Date() };

export const handler = workflowStep((input) => openRunPreview(input, deps));
