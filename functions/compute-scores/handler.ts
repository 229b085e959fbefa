import { connectQuery } from '../../shared/lake/connect-query.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { workflowStep } from '../../shared/observability/workflow-step.ts';
import { computeScores } from './compute-scores.ts';

const environment = readEnvironment('LAKE_BUCKET', 'ATHENA_WORKGROUP');
const { lake } = connectBuckets({ lake: environment.LAKE_BUCKET });
const deps = { lake, query: connectQuery(environment.ATHENA_WORKGROUP) };

export const handler = workflowStep((input) => computeScores(input.run_id, deps));
