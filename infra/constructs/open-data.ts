import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { CapabilityProps } from './capability.ts';
import { PipelineFunction } from './pipeline-function.ts';
import { ReplayableQueue } from './replayable-queue.ts';

/** What follows from all releases and is current: made again, behind a queue, each time one of them comes out. */
export class OpenData extends Construct {
  constructor(scope: Construct, id: string, props: CapabilityProps & { published: IBucket }) {
    super(scope, id);
    const { alarmTopic, published } = props;
    const consumer = new PipelineFunction(this, 'rebuild-open-data', props);
    new ReplayableQueue(this, 'open-data', { source: published, consumer, alarmTopic });
  }
}
