import { connectBuckets } from '../../shared/lake/objects.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { workflowStep } from '../../shared/observability/workflow-step.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { storeScores } from './store-scores.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE');
const { lake } = connectBuckets({ lake: environment.LAKE_BUCKET });
const deps = { lake, table: connectScoreTable(environment.SCORE_TABLE) };

export const handler = workflowStep((input) => storeScores(input.run_id, deps));
