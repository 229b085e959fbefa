import { Construct } from 'constructs';
import type { CapabilityProps } from './capability.ts';
import { PipelineFunction } from './pipeline-function.ts';

/** The ministry takes out its workbook, decides on points, and sends it back; a unit reads what was decided, and answers. */
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
    props.api.addFunction(
      new PipelineFunction(this, 'read-appraisal', props),
      'Units cannot see how they were appraised, nor why; the time to answer runs on.',
    );
    props.api.addFunction(
      new PipelineFunction(this, 'read-decisions', props),
      'Appraisers have no queue on the screen; the workbook is open to them, and nothing that was decided is lost.',
    );
    props.api.addFunction(
      new PipelineFunction(this, 'record-question', props),
      'The ministry cannot ask units, and units cannot answer; the days that were given run on.',
    );
    props.api.addFunction(
      new PipelineFunction(this, 'read-questions', props),
      'Units cannot see what they are asked, nor the ministry what was answered; nothing is lost.',
    );
    props.api.addFunction(
      new PipelineFunction(this, 'record-feedback', props),
      'Units cannot answer to their appraisal, and the period may be closed before they can.',
    );
  }
}
