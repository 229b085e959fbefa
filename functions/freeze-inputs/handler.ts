import { connectBuckets } from '../../shared/lake/objects.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { workflowStep } from '../../shared/observability/workflow-step.ts';
import { freezeInputs } from './freeze-inputs.ts';

const { lake } = connectBuckets({ lake: readEnvironment('LAKE_BUCKET').LAKE_BUCKET });

export const handler = workflowStep((input) => freezeInputs(input.run_id, { lake }));
