import { Construct } from 'constructs';
import type { CapabilityProps } from './capability.ts';
import { PipelineFunction } from './pipeline-function.ts';

/** The ministry takes out its workbook, decides on points, and sends it back. */
export class Appraisal extends Construct {
  constructor(scope: Construct, id: string, props: CapabilityProps) {
    super(scope, id);
    props.api.addFunction(
      new PipelineFunction(this, 'issue-appraisal', props),
      'Appraisers cannot get their workbook; those that have it already are not hurt.',
    );
    props.api.addFunction(
      new PipelineFunction(this, 'record-appraisal', props),
      'Appraisers cannot hand in their decisions; a run would count what the units claim.',
    );
  }
}
