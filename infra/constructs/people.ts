import { Construct } from 'constructs';
import type { CapabilityProps } from './capability.ts';
import { PipelineFunction } from './pipeline-function.ts';

/** Who the ledger's ids stand for: linked where one person signs in twice, erased when asked. */
export class People extends Construct {
  constructor(scope: Construct, id: string, props: CapabilityProps) {
    super(scope, id);
    props.api.addFunction(
      new PipelineFunction(this, 'manage-people', props),
      'The ministry cannot look up, link or erase a person; nobody is kept from working.',
    );
  }
}
