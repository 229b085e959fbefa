import { Construct } from 'constructs';
import type { CapabilityProps } from './capability.ts';
import { PipelineFunction } from './pipeline-function.ts';

/** Public reading: the current scores, and everything else that is released. */
export class ScoreboardApi extends Construct {
  constructor(scope: Construct, id: string, props: CapabilityProps) {
    super(scope, id);
    props.api.addFunction(
      new PipelineFunction(this, 'serve-scoreboard', props),
      'Programs that read the scores get no answer; the pages and files of the releases stay up.',
    );
    props.api.addFunction(
      new PipelineFunction(this, 'read-published', props),
      'Programs that read units, releases, scores and feeds get no answer; pages and files of the releases stay up.',
    );
  }
}
