import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { CapabilityProps } from './capability.ts';
import { PipelineFunction } from './pipeline-function.ts';
import { ReplayableQueue } from './replayable-queue.ts';

/** A unit asks for an upload, posts its form straight to S3, and reads the answer that the queue's consumer wrote. */
export class SubmissionIntake extends Construct {
  constructor(scope: Construct, id: string, props: CapabilityProps & { raw: IBucket }) {
    super(scope, id);
    const { api, alarmTopic, raw } = props;
    api.addFunction(
      new PipelineFunction(this, 'request-upload', props),
      'Units cannot hand in their forms; before a deadline every one of them is hurt.',
    );
    api.addFunction(
      new PipelineFunction(this, 'read-submissions', props),
      'Units and the ministry cannot see what was received or what is wrong with it.',
    );
    const consumer = new PipelineFunction(this, 'ingest-submission', props);
    new ReplayableQueue(this, 'submission-uploads', { source: raw, consumer, alarmTopic });
  }
}
