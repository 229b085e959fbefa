import { Construct } from 'constructs';
import type { CapabilityProps } from './capability.ts';
import { PipelineFunction } from './pipeline-function.ts';

/** Public reading of the current scores. */
export class ScoreboardApi extends Construct {
  constructor(scope: Construct, id: string, props: CapabilityProps) {
    super(scope, id);
    props.api.addFunction(
      new PipelineFunction(this, 'serve-scoreboard', props),
      'Programs that read the scores get no answer; the pages and files of the releases stay up.',
    );
  }
}
