import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { CapabilityProps } from './capability.ts';
import { PipelineFunction } from './pipeline-function.ts';
import { ReplayableQueue } from './replayable-queue.ts';

/** Who is hurt when a door of the evidence does not open. */
const impacts = {
  'request-evidence':
    'Units cannot send files of evidence; numbers and addresses of documents in the form still count.',
  'check-evidence': 'Officers get no answer while they wait; the queue still receives their files, within minutes.',
  'reuse-evidence': 'Units cannot take a file over from an earlier period; sending it again does the same.',
  'read-evidence': 'Units and appraisers cannot see or open files of evidence; nothing that was sent is lost.',
};

/** A unit posts files that prove its figures straight to S3; what their bytes are decides, and the chain says that they came. */
export class EvidenceIntake extends Construct {
  constructor(scope: Construct, id: string, props: CapabilityProps & { raw: IBucket }) {
    super(scope, id);
    const { api, alarmTopic, raw } = props;
    for (const [name, impact] of Object.entries(impacts))
      api.addFunction(new PipelineFunction(this, name, props), impact);
    const consumer = new PipelineFunction(this, 'receive-evidence', props);
    new ReplayableQueue(this, 'evidence-uploads', { source: raw, consumer, alarmTopic });
  }
}
