import { connectBuckets } from '../../shared/lake/objects.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { type StepInput, workflowStep } from '../../shared/observability/workflow-step.ts';
import { writeProfiles } from './write-profiles.ts';

const { lake } = connectBuckets({ lake: readEnvironment('LAKE_BUCKET').LAKE_BUCKET });

export const handler = workflowStep((input) => writeProfiles(input as StepInput & { part: number }, { lake }));
