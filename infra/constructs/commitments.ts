import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { CapabilityProps } from './capability.ts';
import { PipelineFunction } from './pipeline-function.ts';
import { ReplayableQueue } from './replayable-queue.ts';

/** What the public holds of the ledger: a signed commitment once a day and with each release. */
export class Commitments extends Construct {
  constructor(scope: Construct, id: string, props: CapabilityProps & { published: IBucket }) {
    super(scope, id);
    const { alarmTopic, published } = props;
    const consumer = new PipelineFunction(this, 'commit-ledger', props);
    new ReplayableQueue(this, 'ledger-commitments', { source: published, consumer, alarmTopic });
  }
}
