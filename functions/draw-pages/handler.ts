import { connectBuckets } from '../../shared/lake/objects.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { type StepInput, workflowStep } from '../../shared/observability/workflow-step.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { drawPages } from './draw-pages.ts';
import { openAssets } from './open-assets.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE', 'SITE_FILES');
const { lake } = connectBuckets({ lake: environment.LAKE_BUCKET });
const table = connectScoreTable(environment.SCORE_TABLE);
const deps = { lake, table, assets: openAssets(environment.SITE_FILES) };

export const handler = workflowStep((input) => drawPages(input as StepInput & { part: number }, deps));
