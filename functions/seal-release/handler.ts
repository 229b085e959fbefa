import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { workflowStep } from '../../shared/observability/workflow-step.ts';
import { sealRelease } from './seal-release.ts';

const environment = readEnvironment('LAKE_BUCKET', 'LEDGER_TABLE', 'SITE_EXTENT');
const { lake } = connectBuckets({ lake: environment.LAKE_BUCKET });
const extent = environment.SITE_EXTENT === 'rankings' ? 'rankings' : 'all';
const deps = { lake, ledger: connectLedger(environment.LEDGER_TABLE), extent } as const;

export const handler = workflowStep((input) => sealRelease(input, deps));
