import { Construct } from 'constructs';
import type { CapabilityProps } from './capability.ts';
import { PipelineFunction } from './pipeline-function.ts';

/** Units see what a run came to for them before it is released, and object; the ministry answers. */
export class Previews extends Construct {
  constructor(scope: Construct, id: string, props: CapabilityProps) {
    super(scope, id);
    props.api.addFunction(
      new PipelineFunction(this, 'open-preview', props),
      'The ministry cannot let units see the result to come; what was opened stays open.',
    );
    props.api.addFunction(
      new PipelineFunction(this, 'read-preview', props),
      'Units cannot see their result before it is released; the time to object runs on.',
    );
    props.api.addFunction(
      new PipelineFunction(this, 'issue-workbook', props),
      'The ministry cannot fetch submission status or a table of choice, nor units their fuller profile; the workbooks of releases are read as before.',
    );
    props.api.addFunction(
      new PipelineFunction(this, 'record-objection', props),
      'Units cannot object and the ministry cannot answer; the time to object runs on.',
    );
    props.api.addFunction(
      new PipelineFunction(this, 'read-objections', props),
      'Nobody can read objections and answers; nothing is released while one is unanswered.',
    );
  }
}
