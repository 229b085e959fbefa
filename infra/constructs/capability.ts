import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { PipelineApi } from './pipeline-api.ts';
import type { PipelineFunctionProps } from './pipeline-function.ts';

/** What every capability is given. */
export interface CapabilityProps extends PipelineFunctionProps {
  api: PipelineApi;
  alarmTopic: ITopic;
}
