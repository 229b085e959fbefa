import { Construct } from 'constructs';
import type { CapabilityProps } from './capability.ts';
import { PipelineFunction } from './pipeline-function.ts';

/** The ministry publishes its frameworks, version by version; a period is opened with one of them. */
export class Frameworks extends Construct {
  constructor(scope: Construct, id: string, props: CapabilityProps) {
    super(scope, id);
    props.api.addFunction(
      new PipelineFunction(this, 'publish-framework', props),
      'The ministry cannot publish a framework; periods under the frameworks that are there are not hurt.',
    );
    props.api.addFunction(
      new PipelineFunction(this, 'list-frameworks', props),
      'Nobody can see which frameworks are published; a period can still be opened by its version.',
    );
  }
}
