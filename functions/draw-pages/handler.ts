import { connectBuckets } from '../../shared/lake/objects.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { type StepInput, workflowStep } from '../../shared/observability/workflow-step.ts';
import { drawPages } from './draw-pages.ts';
import { openAssets } from './open-assets.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SITE_FILES');
const { lake } = connectBuckets({ lake: environment.LAKE_BUCKET });
const deps = { lake, assets: openAssets(environment.SITE_FILES) };

export const handler = workflowStep((input) => drawPages(input as StepInput & { part: number }, deps));
