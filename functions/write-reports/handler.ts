import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { workflowStep } from '../../shared/observability/workflow-step.ts';
import { writeReports } from './write-reports.ts';

const environment = readEnvironment('LAKE_BUCKET', 'LEDGER_TABLE');
const { lake } = connectBuckets({ lake: environment.LAKE_BUCKET });
const deps = { lake, ledger: connectLedger(environment.LEDGER_TABLE) };

export const handler = workflowStep((input) => writeReports(input, deps));
