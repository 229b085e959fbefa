import { readEnvironment } from '../../shared/observability/environment.ts';
import { workflowStep } from '../../shared/observability/workflow-step.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { failRun } from './fail-run.ts';

const deps = { table: connectScoreTable(readEnvironment('SCORE_TABLE').SCORE_TABLE) };

export const handler = workflowStep((input) => failRun(input, deps));
