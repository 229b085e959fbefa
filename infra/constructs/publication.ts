import { Construct } from 'constructs';
import type { CapabilityProps } from './capability.ts';
import { PipelineFunction } from './pipeline-function.ts';

/** The second person of the ministry releases a run: files to the public bucket, then one conditional write. */
export class Publication extends Construct {
  constructor(scope: Construct, id: string, props: CapabilityProps) {
    super(scope, id);
    props.api.addFunction(
      new PipelineFunction(this, 'publish-release', props),
      'The ministry cannot publish; the public sees the last release, complete and unchanged.',
    );
    props.api.addFunction(
      new PipelineFunction(this, 'read-releases', props),
      'The ministry cannot see its releases with who made them; the public sees them as before.',
    );
  }
}
